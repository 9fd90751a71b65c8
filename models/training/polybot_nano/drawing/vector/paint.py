"""Colours for drawings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from .canvas import Paint

LIVELY: tuple[Paint, ...] = (
    (205, 50, 45), (235, 130, 40), (245, 195, 60), (90, 160, 75), (45, 120, 130), (55, 105, 190), (110, 75, 160),
    (225, 110, 150), (240, 240, 235), (70, 75, 85), (150, 160, 165), (150, 100, 60),
)
SKIN: tuple[Paint, ...] = ((255, 220, 190), (235, 190, 150), (200, 145, 105), (140, 90, 60), (90, 58, 42))
HAIR: tuple[Paint, ...] = ((40, 30, 28), (90, 55, 30), (190, 140, 70), (170, 80, 40), (200, 200, 200))
GLASS: Paint = (190, 220, 235)
TYRE: Paint = (40, 40, 45)


def pick(rng: Generator, paints: Sequence[Paint] = LIVELY, spread: int = 18) -> Paint:
    """One of the colours, a little changed."""
    red, green, blue = np.clip(paints[int(rng.integers(len(paints)))] + rng.integers(-spread, spread + 1, 3), 0, 255)
    return int(red), int(green), int(blue)


def darker(paint: Paint, factor: float = 0.75) -> Paint:
    """The same colour in the shade."""
    red, green, blue = (int(v * factor) for v in paint)
    return red, green, blue


def lighter(paint: Paint, share: float = 0.4) -> Paint:
    """The same colour on the way to white."""
    red, green, blue = (int(v + (255 - v) * share) for v in paint)
    return red, green, blue
