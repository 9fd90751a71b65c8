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


FULL = Recipe(9_000, Plan((Phase(256, 8_400, 16), Phase(SIZE, 1_300, 16))))
"""About half an hour on two cores."""

QUICK = Recipe(2_500, Plan((Phase(256, 1_200, 16), Phase(SIZE, 100, 16))))
"""A few minutes: to see that everything runs. What comes out detects, but not well."""
