"""What is met in a park."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image

from .canvas import Canvas, Drawing, Paint
from .paint import LIVELY, darker, lighter, pick

FUR: tuple[Paint, ...] = ((200, 150, 95), (120, 80, 50), (235, 225, 210), (70, 65, 65), (215, 130, 60), (150, 150, 155))


def dog(rng: Generator) -> Image.Image:
    """A dog from the side: hanging ear, long snout, tail up."""
    c, fur = Canvas(line=0), pick(rng, FUR, 12)
    dark = darker(fur, 0.72)
    for x in (0.27, 0.62):
        c.stroke([(x, 0.6), (x + rng.uniform(-0.03, 0.03), 0.92)], dark, 0.075)
    c.stroke([(0.22, 0.48), (0.1, rng.uniform(0.22, 0.34))], fur, 0.06)
    c.stroke([(0.26, 0.54), (0.62, 0.52)], fur, 0.24)
    for x in (0.22, 0.68):
        c.stroke([(x, 0.58), (x + rng.uniform(-0.03, 0.03), 0.93)], fur, 0.08)
    c.stroke([(0.66, 0.46), (0.74, 0.3)], fur, 0.17)
    c.stroke([(0.76, 0.28), (0.92, 0.33)], fur, 0.13)
    c.disc(0.76, 0.26, 0.115, fur)
    c.stroke([(0.68, 0.22), (0.65, 0.4)], dark, 0.09)
    c.disc(0.8, 0.24, 0.018, (30, 25, 25))
    c.disc(0.97, 0.3, 0.026, (30, 25, 25))
    c.stroke([(0.66, 0.42), (0.77, 0.42)], pick(rng, LIVELY[:6]), 0.035)
    return c.finish()


def cat(rng: Generator) -> Image.Image:
    """A sitting cat from the front: pointed ears, whiskers, tail round the paws."""
    c, fur = Canvas(line=0.008), pick(rng, FUR, 12)
    dark, light = darker(fur, 0.7), lighter(fur, 0.5)
    c.arc(0.5, 0.55, 0.95, 0.97, 300, 470, dark, 0.07)
    c.oval(0.26, 0.42, 0.74, 0.98, fur)
    c.oval(0.38, 0.52, 0.62, 0.9, light)
    for x in (0.4, 0.6):
        c.oval(x - 0.08, 0.86, x + 0.08, 0.98, fur)
    for side in (-1, 1):
        c.shape([(0.5 + side * 0.24, 0.03), (0.5 + side * 0.07, 0.14), (0.5 + side * 0.24, 0.27)], fur)
        c.shape([(0.5 + side * 0.21, 0.08), (0.5 + side * 0.12, 0.15), (0.5 + side * 0.21, 0.22)], (235, 160, 160))
    c.oval(0.25, 0.1, 0.75, 0.5, fur)
    for side in (-1, 1):
        x = 0.5 + side * 0.11
        c.oval(x - 0.045, 0.22, x + 0.045, 0.32, pick(rng, ((120, 190, 90), (240, 200, 70))))
        c.oval(x - 0.014, 0.225, x + 0.014, 0.315, (20, 20, 20))
        for y in (0.36, 0.41):
            c.stroke([(0.5 + side * 0.08, 0.38), (0.5 + side * 0.3, y)], dark, 0.008)
    c.shape([(0.47, 0.34), (0.53, 0.34), (0.5, 0.38)], (220, 120, 130))
    if rng.random() < 0.5:
        for x in (0.45, 0.5, 0.55):
            c.stroke([(x, 0.12), (x, 0.18)], dark, 0.018)
    return c.finish()


def bird(rng: Generator) -> Image.Image:
    """A small bird from the side."""
    c, plumage = Canvas(line=0.008), pick(rng)
    for x in (0.46, 0.56):
        c.stroke([(x, 0.76), (x, 0.94), (x + 0.07, 0.95)], (190, 130, 50), 0.022)
    c.shape([(0.3, 0.5), (0.02, rng.uniform(0.5, 0.66)), (0.06, 0.72), (0.36, 0.66)], darker(plumage))
    c.oval(0.22, 0.3, 0.78, 0.8, plumage)
    c.oval(0.34, 0.5, 0.74, 0.79, lighter(plumage, 0.6))
    c.shape([(0.9, 0.3), (1.0, 0.34), (0.9, 0.38)], (240, 170, 50))
    c.disc(0.75, 0.32, 0.17, plumage)
    c.oval(0.26, 0.42, 0.6, 0.66, darker(plumage, 0.8))
    c.disc(0.8, 0.29, 0.024, (25, 25, 25))
    return c.finish()


def umbrella(rng: Generator) -> Image.Image:
    """An open umbrella with a crook."""
    c, cloth = Canvas(), pick(rng)
    c.stroke([(0.5, 0.04), (0.5, 0.84)], (110, 80, 55), 0.03)
    c.arc(0.5 - 0.015, 0.76, 0.66, 0.96, 0, 180, (110, 80, 55), 0.03)
    c.slice(0.03, 0.08, 0.97, 1.0, 180, 360, cloth)
    for i, left in enumerate(np.linspace(0.03, 0.735, 4)):
        c.slice(left, 0.46, left + 0.235, 0.62, 180, 360, darker(cloth, 0.65))
        if i % 2 == 0:
            c.shape([(0.5, 0.08), (left + 0.01, 0.53), (left + 0.225, 0.53)], lighter(cloth, 0.35))
    return c.finish()


def sports_ball(rng: Generator) -> Image.Image:
    """A football, a basket ball or a beach ball."""
    c, kind = Canvas(line=0.014), rng.integers(3)
    c.disc(0.5, 0.5, 0.48, ((250, 250, 250), (225, 120, 50), (250, 245, 235))[kind])
    if kind == 0:
        _patches(c, rng.uniform(0, 6.28))
    elif kind == 1:
        c.stroke([(0.5, 0.03), (0.5, 0.97)], c.ink, 0.018)
        c.stroke([(0.03, 0.5), (0.97, 0.5)], c.ink, 0.018)
        c.arc(-0.45, 0.1, 0.3, 0.9, 310, 410, c.ink, 0.018)
        c.arc(0.7, 0.1, 1.45, 0.9, 130, 230, c.ink, 0.018)
    else:
        for start in range(0, 360, 120):
            c.slice(0.02, 0.02, 0.98, 0.98, start, start + 60, pick(rng, LIVELY[:7]))
        c.disc(0.5, 0.5, 0.08, (250, 250, 250))
    return c.finish()


def _patches(c: Canvas, turn: float) -> None:
    """The black pentagons of a football: one in the middle, five cut off by the rim."""
    pentagon = [(np.cos(turn + i * 1.2566), np.sin(turn + i * 1.2566)) for i in range(5)]
    for x, y in pentagon:
        c.stroke([(0.5 + 0.15 * x, 0.5 + 0.15 * y), (0.5 + 0.34 * x, 0.5 + 0.34 * y)], c.ink, 0.014)
        flank = [(np.cos(t) * 0.47, np.sin(t) * 0.47) for t in np.arctan2(y, x) + np.array([-0.3, -0.1, 0.1, 0.3])]
        c.shape([(0.5 + 0.33 * x, 0.5 + 0.33 * y), *((0.5 + px, 0.5 + py) for px, py in flank)], (40, 40, 45))
    c.shape([(0.5 + 0.17 * x, 0.5 + 0.17 * y) for x, y in pentagon], (40, 40, 45))


DRAWINGS: dict[str, tuple[Drawing, ...]] = {
    "dog": (dog,), "cat": (cat,), "bird": (bird,), "umbrella": (umbrella,), "sports ball": (sports_ball,),
}
