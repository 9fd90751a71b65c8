"""What furnishes a room or lies on a desk."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image

from .canvas import Canvas, Drawing
from .paint import LIVELY, darker, lighter, pick

WOOD = ((165, 110, 65), (120, 75, 45), (205, 165, 110))
CASE = ((55, 58, 65), (190, 195, 200), (235, 235, 235))


def clock(rng: Generator) -> Image.Image:
    """A wall clock at any time."""
    c = Canvas(line=0.016)
    c.disc(0.5, 0.5, 0.48, pick(rng))
    c.disc(0.5, 0.5, 0.4, (248, 246, 238))
    for hour in range(12):
        x, y = np.sin(hour * np.pi / 6), -np.cos(hour * np.pi / 6)
        c.stroke([(0.5 + 0.33 * x, 0.5 + 0.33 * y), (0.5 + 0.36 * x, 0.5 + 0.36 * y)], (60, 60, 60), 0.022)
    for reach, width, angle in ((0.2, 0.035, rng.uniform(0, 6.28)), (0.31, 0.022, rng.uniform(0, 6.28))):
        c.stroke([(0.5, 0.5), (0.5 + reach * np.sin(angle), 0.5 - reach * np.cos(angle))], (45, 45, 50), width)
    c.disc(0.5, 0.5, 0.025, (180, 50, 40))
    return c.finish()


def chair(rng: Generator) -> Image.Image:
    """A wooden chair, half from the side."""
    c, wood = Canvas(), pick(rng, WOOD + LIVELY[:6])
    for x, top in ((0.24, 0.05), (0.4, 0.05), (0.34, 0.58), (0.72, 0.58), (0.6, 0.58)):
        c.box(x, top, x + 0.05, 0.97 if x not in (0.4, 0.6) else 0.88, darker(wood, 0.85))
    for y in (0.08, 0.22, 0.36):
        c.box(0.24, y, 0.45, y + 0.07, wood, 0.01)
    c.shape([(0.24, 0.56), (0.44, 0.5), (0.8, 0.52), (0.8, 0.58), (0.3, 0.64)], wood)
    return c.finish()


def couch(rng: Generator) -> Image.Image:
    """A sofa with two or three cushions, from the front."""
    c, cloth = Canvas(), pick(rng)
    for x in (0.1, 0.84):
        c.box(x, 0.74, x + 0.06, 0.82, (90, 60, 40))
    c.box(0.08, 0.28, 0.92, 0.66, darker(cloth, 0.85), 0.06)
    count = int(rng.integers(2, 4))
    for i in range(count):
        left = 0.13 + i * 0.74 / count
        c.box(left, 0.32, left + 0.74 / count, 0.58, cloth, 0.04)
        c.box(left, 0.55, left + 0.74 / count, 0.68, lighter(cloth, 0.2), 0.03)
    c.box(0.06, 0.66, 0.94, 0.76, cloth, 0.02)
    for left in (0.02, 0.86):
        c.box(left, 0.44, left + 0.12, 0.76, cloth, 0.05)
    return c.finish()


def tv(rng: Generator) -> Image.Image:
    """A flat screen on its foot, with something on."""
    c, case = Canvas(), pick(rng, CASE[:1] * 3 + CASE)
    c.box(0.44, 0.7, 0.56, 0.8, darker(case))
    c.box(0.3, 0.79, 0.7, 0.83, case, 0.01)
    c.box(0.02, 0.14, 0.98, 0.73, case, 0.02)
    _screen(c, 0.05, 0.17, 0.95, 0.69, rng)
    return c.finish()


def laptop(rng: Generator) -> Image.Image:
    """An open laptop from the front."""
    c, case = Canvas(), pick(rng, CASE)
    c.box(0.14, 0.14, 0.86, 0.64, case, 0.03)
    _screen(c, 0.18, 0.18, 0.82, 0.59, rng)
    c.shape([(0.14, 0.64), (0.86, 0.64), (0.99, 0.84), (0.01, 0.84)], lighter(case, 0.3))
    c.shape([(0.18, 0.66), (0.82, 0.66), (0.87, 0.75), (0.13, 0.75)], darker(case, 0.6))
    c.shape([(0.4, 0.77), (0.6, 0.77), (0.62, 0.82), (0.38, 0.82)], darker(case, 0.85))
    return c.finish()


def cell_phone(rng: Generator) -> Image.Image:
    """A smartphone from the front."""
    c, case = Canvas(), pick(rng, CASE[:1] * 2 + LIVELY)
    c.box(0.26, 0.02, 0.74, 0.98, case, 0.06)
    _screen(c, 0.29, 0.06, 0.71, 0.94, rng)
    c.disc(0.5, 0.09, 0.012, (30, 30, 30))
    if rng.random() < 0.6:
        for x in (0.33, 0.43, 0.53, 0.63):
            for y in np.arange(0.18, rng.uniform(0.4, 0.85), 0.1):
                c.box(x, y, x + 0.06, y + 0.06, pick(rng), 0.015)
    return c.finish()


def book(rng: Generator) -> Image.Image:
    """A closed book, standing or lying at an angle."""
    c, cover = Canvas(), pick(rng)
    c.box(0.16, 0.06, 0.86, 0.96, darker(cover), 0.02)
    c.box(0.2, 0.86, 0.84, 0.93, (245, 240, 225))
    c.box(0.14, 0.04, 0.82, 0.87, cover, 0.02)
    c.box(0.14, 0.04, 0.22, 0.87, darker(cover, 0.8), 0.02)
    c.box(0.32, 0.18, 0.72, 0.32, lighter(cover, 0.7))
    for y in (0.4, 0.46)[:int(rng.integers(1, 3))]:
        c.stroke([(0.36, y), (0.68, y)], lighter(cover, 0.5), 0.02)
    return c.finish()


def potted_plant(rng: Generator) -> Image.Image:
    """Leaves in a pot."""
    c = Canvas()
    leaf, pot = pick(rng, ((70, 140, 70), (100, 165, 80), (50, 110, 80))), pick(rng, ((190, 100, 60), (235, 235, 230)))
    for angle in np.linspace(-1.2, 1.2, int(rng.integers(5, 9))):
        reach = rng.uniform(0.38, 0.55)
        tip = (0.5 + reach * np.sin(angle), 0.64 - reach * np.cos(angle))
        side = (0.07 * np.cos(angle), 0.07 * np.sin(angle))
        middle = (0.5 + 0.55 * reach * np.sin(angle), 0.64 - 0.55 * reach * np.cos(angle))
        c.shape([(0.5, 0.66), (middle[0] - side[0], middle[1] - side[1]), tip,
                 (middle[0] + side[0], middle[1] + side[1])], pick(rng, (leaf,), 14))
    c.shape([(0.3, 0.68), (0.7, 0.68), (0.64, 0.97), (0.36, 0.97)], pot)
    c.box(0.27, 0.62, 0.73, 0.7, pot, 0.01)
    return c.finish()


def _screen(c: Canvas, left: float, top: float, right: float, bottom: float, rng: Generator) -> None:
    """Off, a landscape or a page of text."""
    kind = rng.integers(3)
    c.box(left, top, right, bottom, ((30, 32, 38), (120, 180, 225), (245, 245, 245))[kind])
    if kind == 1:
        low = bottom - 0.3 * (bottom - top)
        c.box(left, low, right, bottom, (90, 150, 80))
        c.disc(right - 0.2 * (right - left), top + 0.25 * (bottom - top), 0.04, (255, 220, 90))
    if kind == 2:
        for y in np.arange(top + 0.06, bottom - 0.03, 0.06):
            c.stroke([(left + 0.05, y), (right - rng.uniform(0.05, 0.15), y)], (120, 130, 150), 0.016)


DRAWINGS: dict[str, tuple[Drawing, ...]] = {
    "clock": (clock,), "chair": (chair,), "couch": (couch,), "tv": (tv,), "laptop": (laptop,),
    "cell phone": (cell_phone,), "book": (book,), "potted plant": (potted_plant,),
}
