"""Surfaces and scenery."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter

from .paint import between, colour, near, noise


def gradient(width: int, height: int, rng: Generator) -> Image.Image:
    """One colour flows into another, at any angle."""
    corners = np.array([[colour(rng), colour(rng)], [colour(rng), colour(rng)]], np.uint8)
    return Image.fromarray(corners).resize((width, height), Image.Resampling.BILINEAR)


def clouds(width: int, height: int, rng: Generator) -> Image.Image:
    """Noise of several coarseness, between two colours."""
    field = noise(width, height, ((3, 1.0), (7, 0.6), (17, 0.35), (45, 0.2)), rng)
    return between(field, colour(rng), colour(rng))


def confetti(width: int, height: int, rng: Generator) -> Image.Image:
    """Overlapping polygons, ellipses and lines."""
    picture = gradient(width, height, rng)
    draw = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(6, 40))):
        centre = rng.uniform(0, 1, 2) * (width, height)
        reach = rng.uniform(0.02, 0.25) * width
        points = [tuple(centre + rng.uniform(-reach, reach, 2)) for _ in range(int(rng.integers(3, 6)))]
        kind = rng.integers(3)
        if kind == 0:
            draw.polygon(points, fill=colour(rng))
        elif kind == 1:
            draw.line(points, fill=colour(rng), width=int(rng.integers(1, 8)))
        else:
            x, y = centre
            draw.ellipse((x - reach, y - reach * 0.7, x + reach, y + reach * 0.7), fill=colour(rng))
    return picture


def stripes(width: int, height: int, rng: Generator) -> Image.Image:
    """Parallel bands at any angle."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    angle = rng.uniform(0, np.pi)
    wave = np.sin((x * np.cos(angle) + y * np.sin(angle)) * rng.uniform(0.03, 0.35))
    return between(np.tanh(wave * rng.uniform(1, 5)), base := colour(rng), near(rng, base, 80))


def chequers(width: int, height: int, rng: Generator) -> Image.Image:
    """A table cloth or tiles."""
    y, x = np.mgrid[:height, :width]
    side = int(rng.integers(8, 60))
    board = ((x // side + y // side) % 2).astype(np.float32)
    return between(board, base := colour(rng), near(rng, base, 90))


def landscape(width: int, height: int, rng: Generator) -> Image.Image:
    """Sky, hills and ground."""
    sky = np.array([[colour(rng, 60)], [colour(rng, 150)]], np.uint8)
    picture = Image.fromarray(sky).resize((width, height), Image.Resampling.BILINEAR)
    draw = ImageDraw.Draw(picture)
    x = np.linspace(0, width, 40)
    for _ in range(int(rng.integers(1, 4))):
        level = rng.uniform(0.35, 0.8) * height
        ridge = level + rng.uniform(0.01, 0.08) * height * np.sin(x / width * rng.uniform(3, 14) + rng.uniform(0, 6))
        draw.polygon([(0, height), *zip(x, ridge), (width, height)], fill=colour(rng, 20, 210))
    return picture


def wood(width: int, height: int, rng: Generator) -> Image.Image:
    """Planks with a grain."""
    grain = rng.random((height, max(2, width // int(rng.integers(20, 60)))), np.float32)
    field = np.asarray(Image.fromarray(grain).resize((width, height), Image.Resampling.BICUBIC)).copy()
    plank = max(8, height // int(rng.integers(3, 9)))
    field += 0.6 * rng.random(height // plank + 1, np.float32)[np.arange(height) // plank][:, None]
    field[np.arange(height) % plank < 2] = -0.5
    base = (int(rng.integers(90, 220)), int(rng.integers(60, 160)), int(rng.integers(30, 110)))
    return between(field, tuple(v // 2 for v in base), base)


def room(width: int, height: int, rng: Generator) -> Image.Image:
    """A wall, a skirting board and a floor."""
    wall, floor = colour(rng, 90), colour(rng, 50)
    picture = Image.new("RGB", (width, height), wall)
    draw = ImageDraw.Draw(picture)
    level = int(rng.uniform(0.45, 0.85) * height)
    draw.rectangle((0, level, width, height), fill=floor)
    draw.rectangle((0, level - 6, width, level), fill=near(rng, wall, 60))
    for _ in range(int(rng.integers(0, 4))):
        left, top = rng.uniform(0, 0.9) * width, rng.uniform(0, 0.4) * height
        draw.rectangle((left, top, left + rng.uniform(0.05, 0.3) * width, top + rng.uniform(0.05, 0.3) * height),
                       fill=colour(rng), outline=colour(rng), width=3)
    return picture


def out_of_focus(width: int, height: int, rng: Generator) -> Image.Image:
    """Something colourful, far behind."""
    small = confetti(width // 4, height // 4, rng).filter(ImageFilter.GaussianBlur(rng.uniform(1, 4)))
    return small.resize((width, height), Image.Resampling.BICUBIC)
