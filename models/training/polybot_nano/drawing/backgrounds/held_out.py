"""Backgrounds that only the evaluation draws: none of these structures occurs in training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter

from .paint import Background, between, colour, near


def mosaic(width: int, height: int, rng: Generator) -> Image.Image:
    """Cells around random points, as in cracked mud or stained glass."""
    points = rng.uniform(0, 1, (int(rng.integers(12, 50)), 2)) * (height, width)
    y, x = np.mgrid[:height:2, :width:2]
    distance = (y[..., None] - points[:, 0]) ** 2 + (x[..., None] - points[:, 1]) ** 2
    base = colour(rng)
    paints = np.array([near(rng, base, 90) for _ in points], np.uint8)
    return Image.fromarray(paints[distance.argmin(2)]).resize((width, height), Image.Resampling.NEAREST)


def bricks(width: int, height: int, rng: Generator) -> Image.Image:
    """A wall of bricks with mortar between them."""
    brick, mortar = colour(rng, 60, 220), colour(rng, 120)
    picture = Image.new("RGB", (width, height), mortar)
    draw = ImageDraw.Draw(picture)
    tall = int(rng.integers(14, 40))
    wide = tall * 2
    for row, top in enumerate(range(0, height, tall)):
        for left in range(-(row % 2) * tall, width, wide):
            draw.rectangle((left + 1, top + 1, left + wide - 3, top + tall - 3), fill=near(rng, brick, 22))
    return picture


def rings(width: int, height: int, rng: Generator) -> Image.Image:
    """Waves around one point."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    centre = rng.uniform(-0.2, 1.2, 2) * (height, width)
    distance = np.hypot(y - centre[0], x - centre[1])
    return between(np.sin(distance * rng.uniform(0.04, 0.25)), base := colour(rng), near(rng, base, 80))


def bokeh(width: int, height: int, rng: Generator) -> Image.Image:
    """Discs of light in the dark."""
    picture = Image.new("RGB", (width, height), colour(rng, 0, 60))
    draw = ImageDraw.Draw(picture, "RGBA")
    for _ in range(int(rng.integers(15, 60))):
        x, y = rng.uniform(0, 1, 2) * (width, height)
        reach = rng.uniform(0.01, 0.09) * width
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour(rng, 80) + (int(rng.integers(50, 170)),))
    return picture.filter(ImageFilter.GaussianBlur(2))


def contours(width: int, height: int, rng: Generator) -> Image.Image:
    """The lines of a map."""
    noise = Image.fromarray(rng.random((6, 6), np.float32)).resize((width, height), Image.Resampling.BICUBIC)
    steps = np.asarray(noise) * rng.uniform(6, 18)
    base = colour(rng, 90)
    picture = np.asarray(between(np.floor(steps), base, near(rng, base, 70))).copy()
    picture[(steps % 1.0) < 0.08] = colour(rng, 0, 120)
    return Image.fromarray(picture)


def windows(width: int, height: int, rng: Generator) -> Image.Image:
    """House fronts with lit windows."""
    picture = Image.new("RGB", (width, height), colour(rng, 10, 120))
    draw = ImageDraw.Draw(picture)
    left = 0
    while left < width:
        wide = int(rng.uniform(0.1, 0.3) * width)
        top = int(rng.uniform(0.05, 0.5) * height)
        draw.rectangle((left, top, left + wide, height), fill=colour(rng, 30, 150))
        for x in range(left + 6, left + wide - 10, 18):
            for y in range(top + 8, height - 12, 22):
                draw.rectangle((x, y, x + 9, y + 12), fill=(240, 220, 130) if rng.random() < 0.5 else (50, 55, 70))
        left += wide
    return picture


def plaid(width: int, height: int, rng: Generator) -> Image.Image:
    """A woven cloth of crossing bands."""
    across, down = (rng.random(int(rng.integers(4, 14)), np.float32) for _ in range(2))
    columns = across[np.arange(width) * len(across) // width]
    rows = down[np.arange(height) * len(down) // height]
    return between(columns[None, :] + rows[:, None], colour(rng), colour(rng))


HELD_OUT: Sequence[Background] = (mosaic, bricks, rings, bokeh, contours, windows, plaid)
