"""What stands on a kitchen table."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image

from .canvas import Canvas, Drawing
from .paint import darker, lighter, pick


def cup(rng: Generator) -> Image.Image:
    """A mug with a handle, full or empty."""
    c, glaze = Canvas(), pick(rng)
    slope = rng.uniform(0.0, 0.08)
    c.arc(0.62, 0.32, 0.95, 0.72, 250, 470, darker(glaze, 0.8), 0.07)
    c.shape([(0.12, 0.22), (0.78, 0.22), (0.78 - slope, 0.9), (0.12 + slope, 0.9)], glaze)
    c.oval(0.12, 0.14, 0.78, 0.3, lighter(glaze, 0.3))
    c.oval(0.17, 0.165, 0.73, 0.285, pick(rng, ((75, 45, 30), (190, 150, 90), (235, 235, 230))))
    if rng.random() < 0.4:
        c.box(0.14 + slope / 2, 0.5, 0.76 - slope / 2, 0.6, lighter(pick(rng)))
    return c.finish()


def wine_glass(rng: Generator) -> Image.Image:
    """A stemmed glass with wine in it."""
    c, wine = Canvas(line=0.014), pick(rng, ((130, 20, 45), (235, 215, 120), (240, 150, 140)))
    glass = (215, 228, 235)
    c.box(0.47, 0.55, 0.53, 0.92, glass)
    c.oval(0.3, 0.88, 0.7, 0.97, glass)
    c.slice(0.26, -0.34, 0.74, 0.6, 0, 180, glass)
    level = rng.uniform(0.2, 0.32)
    half = 0.235 * (1 - ((level - 0.13) / 0.47) ** 2) ** 0.5
    angles = np.linspace(0, np.pi, 20)
    c.shape([(0.5 + half * np.cos(a), level + (0.57 - level) * np.sin(a)) for a in angles], wine)
    return c.finish()


def bottle(rng: Generator) -> Image.Image:
    """A bottle with a label and a cap."""
    c, glass = Canvas(), pick(rng, ((40, 95, 60), (120, 70, 35), (150, 195, 205), (60, 90, 140), (190, 60, 50)))
    neck, wide = rng.uniform(0.05, 0.08), rng.uniform(0.13, 0.19)
    c.shape([(0.5 - neck, 0.08), (0.5 + neck, 0.08), (0.5 + neck, 0.3), (0.5 + wide, 0.44), (0.5 + wide, 0.97),
             (0.5 - wide, 0.97), (0.5 - wide, 0.44), (0.5 - neck, 0.3)], glass)
    c.box(0.49 - neck, 0.02, 0.51 + neck, 0.1, pick(rng), 0.01)
    c.box(0.5 - wide, 0.55, 0.5 + wide, 0.82, lighter(pick(rng), 0.6))
    c.stroke([(0.5 - wide * 0.6, 0.48), (0.5 - wide * 0.6, 0.53)], lighter(glass, 0.6), 0.02)
    return c.finish()


def apple(rng: Generator) -> Image.Image:
    """An apple with stalk and leaf."""
    c, skin = Canvas(), pick(rng, ((205, 40, 45), (130, 180, 60), (225, 190, 70)))
    c.oval(0.08, 0.22, 0.62, 0.94, skin)
    c.oval(0.38, 0.22, 0.92, 0.94, skin)
    c.pen.rectangle(c.px(0.36, 0.3, 0.64, 0.86), skin)
    c.stroke([(0.5, 0.3), (0.54, 0.08)], (95, 65, 40), 0.04)
    c.oval(0.55, 0.08, 0.8, 0.2, (90, 150, 60))
    c.pen.ellipse(c.px(0.2, 0.36, 0.32, 0.5), lighter(skin, 0.6))
    return c.finish()


def orange(rng: Generator) -> Image.Image:
    """An orange, whole or cut."""
    c, peel = Canvas(), pick(rng, ((245, 150, 35),), 14)
    c.disc(0.5, 0.54, 0.43, peel)
    if rng.random() < 0.5:
        c.disc(0.5, 0.54, 0.37, (255, 235, 200))
        for start in range(0, 360, 45):
            c.slice(0.16, 0.2, 0.84, 0.88, start + 4, start + 41, lighter(peel, 0.15))
    else:
        c.disc(0.5, 0.16, 0.03, (80, 120, 50))
        c.oval(0.52, 0.06, 0.76, 0.18, (80, 150, 60))
        for x, y in rng.uniform(-0.25, 0.25, (12, 2)):
            c.pen.ellipse(c.px(0.49 + x, 0.54 + y, 0.5 + x, 0.55 + y), darker(peel, 0.85))
    return c.finish()


def banana(rng: Generator) -> Image.Image:
    """A banana in its peel."""
    c, peel = Canvas(line=0.014), pick(rng, ((250, 215, 70),), 16)
    bend = rng.uniform(0.28, 0.4)
    x = np.linspace(0, 1, 30)
    low = [(0.08 + 0.84 * t, 0.34 + (bend + 0.14) * np.sin(np.pi * t)) for t in x]
    high = [(0.08 + 0.84 * t, 0.3 + (bend - 0.12) * np.sin(np.pi * t)) for t in x[::-1]]
    c.shape(low + high, peel)
    c.stroke([(0.08, 0.33), (0.06, 0.24)], (110, 90, 45), 0.05)
    c.stroke([(0.92, 0.33), (0.94, 0.3)], (70, 55, 35), 0.045)
    c.stroke([(0.16 + 0.68 * t, 0.36 + bend * np.sin(np.pi * (0.08 + 0.84 * t))) for t in x], darker(peel, 0.85), 0.014)
    return c.finish()


def pizza(rng: Generator) -> Image.Image:
    """A whole pizza from above."""
    c = Canvas()
    c.disc(0.5, 0.5, 0.48, pick(rng, ((205, 150, 80),), 14))
    c.disc(0.5, 0.5, 0.41, pick(rng, ((240, 195, 90), (225, 120, 60)), 14))
    for i in range(int(rng.integers(6, 10))):
        angle, reach = i * 2.4, 0.1 + 0.23 * (i % 3) / 2
        x, y = 0.5 + reach * np.cos(angle), 0.5 + reach * np.sin(angle)
        c.disc(x, y, rng.uniform(0.045, 0.065), (185, 50, 40))
    for x, y in rng.uniform(-0.27, 0.27, (9, 2)):
        c.oval(0.48 + x, 0.485 + y, 0.53 + x, 0.515 + y, (85, 135, 60))
    if rng.random() < 0.5:
        for angle in np.arange(0, np.pi, np.pi / 4):
            dx, dy = 0.46 * np.cos(angle), 0.46 * np.sin(angle)
            c.stroke([(0.5 - dx, 0.5 - dy), (0.5 + dx, 0.5 + dy)], (150, 100, 50), 0.008)
    return c.finish()


def donut(rng: Generator) -> Image.Image:
    """A ring with icing and sprinkles, from above."""
    c = Canvas()
    c.disc(0.5, 0.5, 0.47, (205, 150, 90))
    c.disc(0.5, 0.5, 0.41, pick(rng, ((235, 130, 170), (95, 55, 40), (250, 240, 235), (150, 200, 230))))
    for _ in range(22):
        angle, reach = rng.uniform(0, 6.28), rng.uniform(0.22, 0.37)
        x, y = 0.5 + reach * np.cos(angle), 0.5 + reach * np.sin(angle)
        dx, dy = rng.uniform(-0.025, 0.025, 2)
        c.stroke([(x, y), (x + dx, y + dy)], pick(rng), 0.02)
    c.disc(0.5, 0.5, 0.15, (205, 150, 90))
    c.pen.ellipse(c.px(0.38, 0.38, 0.62, 0.62), (0, 0, 0, 0), c.ink, c.width)
    return c.finish()


DRAWINGS: dict[str, tuple[Drawing, ...]] = {
    "cup": (cup,), "wine glass": (wine_glass,), "bottle": (bottle,), "apple": (apple,), "orange": (orange,),
    "banana": (banana,), "pizza": (pizza,), "donut": (donut,),
}
