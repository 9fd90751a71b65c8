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


FULL = Recipe(8_000, Plan((Phase(160, 5_000, 24), Phase(224, 5_000, 16), Phase(SIZE, 3_000, 16))))
"""Some forty minutes on two idle cores."""

QUICK = Recipe(1_500, Plan((Phase(160, 1_000, 16), Phase(SIZE, 100, 16))))
"""A few minutes: to see that everything runs. What comes out detects, but not well."""
