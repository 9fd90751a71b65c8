"""What every background paints with: colours, and a field of numbers as a blend of two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image

Background = Callable[[int, int, Generator], Image.Image]
"""Width, height and random numbers in, an RGB picture of that size out."""


def colour(rng: Generator, darkest: int = 0, lightest: int = 255) -> tuple[int, int, int]:
    """A random RGB colour."""
    red, green, blue = (int(v) for v in rng.integers(darkest, lightest + 1, 3))
    return red, green, blue


def near(rng: Generator, base: tuple[int, int, int], spread: int) -> tuple[int, int, int]:
    """A colour at most `spread` away from `base` in each channel."""
    red, green, blue = (int(np.clip(v + rng.integers(-spread, spread + 1), 0, 255)) for v in base)
    return red, green, blue


def between(field: np.ndarray, low: Sequence[int], high: Sequence[int]) -> Image.Image:
    """Maps a float field [H, W] from its least to its greatest value onto the way from one colour to another."""
    scaled = (field - field.min()) / max(float(np.ptp(field)), 1e-6)
    mix = np.asarray(low, np.float32) + scaled[..., None] * (np.asarray(high, np.float32) - np.asarray(low, np.float32))
    return Image.fromarray(mix.clip(0, 255).astype(np.uint8))


def noise(width: int, height: int, layers: Sequence[tuple[int, float]], rng: Generator) -> np.ndarray:
    """A float field [H, W] of smooth noise: layers of so many cells a side, with so much weight."""
    field = np.zeros((height, width), np.float32)
    for cells, weight in layers:
        layer = Image.fromarray(rng.random((cells, cells), np.float32))
        field += weight * np.asarray(layer.resize((width, height), Image.Resampling.BICUBIC))
    return field
