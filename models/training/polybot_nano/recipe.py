"""How much is drawn and how long is trained."""

from __future__ import annotations

from dataclasses import dataclass

from .data.cache import SIZE
from .learning.train import Phase, Plan


@dataclass(frozen=True)
class Recipe:
    """`pictures`: drawn before training; `plan`: the training itself."""

    pictures: int
    plan: Plan


FULL = Recipe(16_000, Plan((Phase(160, 6_000, 32), Phase(224, 9_000, 32), Phase(SIZE, 4_500, 32))))
"""Under two hours on two idle cores that multiply bfloat16 natively, about four, reckoned from single steps, on others."""

QUICK = Recipe(1_500, Plan((Phase(160, 500, 32), Phase(SIZE, 50, 32))))
"""A few minutes: to see that everything runs. What comes out detects, but not well."""
