"""Patterns and scribbles: much that is drawn and is no thing."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from .painted import gradient
from .paint import between, colour, near, noise

LETTERS = "ABCDEFGHKMNPRSTUVWXYZabdefghkmnqrstwxyz0123456789&%#?!"


def wallpaper(width: int, height: int, rng: Generator) -> Image.Image:
    """One small motif again and again, in rows that may be shifted, tilted as a whole."""
    reach = int(rng.integers(8, 34))
    motif = _motif(reach, colour(rng), rng)
    pitch_x, pitch_y = (int(reach * v) for v in rng.uniform(2.1, 4.5, 2))
    across, down = _larger(width), _larger(height)
    sheet = Image.new("RGB", (across, down), colour(rng))
    for row, top in enumerate(range(0, down, pitch_y)):
        for left in range(-(row % 2) * int(pitch_x * 0.5), across, pitch_x):
            sheet.paste(motif, (left, top), motif)
    return _tilted(sheet, width, height, rng)


def scribbles(width: int, height: int, rng: Generator) -> Image.Image:
    """Wandering lines of one pen or of many."""
    picture = gradient(width, height, rng)
    draw = ImageDraw.Draw(picture)
    pen = colour(rng)
    for _ in range(int(rng.integers(4, 30))):
        steps = np.cumsum(rng.normal(0, rng.uniform(4, 30), (int(rng.integers(4, 24)), 2)), 0)
        points = [tuple(p) for p in steps + rng.uniform(0, 1, 2) * (width, height)]
        draw.line(points, near(rng, pen, int(rng.integers(1, 200))), int(rng.integers(1, 7)), joint="curve")
    return picture


def writing(width: int, height: int, rng: Generator) -> Image.Image:
    """Lines of letters, as on a poster or a page, tilted."""
    across, down = _larger(width), _larger(height)
    sheet = gradient(across, down, rng)
    draw = ImageDraw.Draw(sheet)
    ink, top = colour(rng), 0.0
    while top < down:
        size = float(np.exp(rng.uniform(np.log(9), np.log(60))))
        font = ImageFont.load_default(size)
        for _ in range(int(rng.integers(1, 5))):
            text = "".join(rng.choice(list(LETTERS + " " * 12), int(2.2 * across / size)))
            draw.text((-rng.uniform(0, 20), top), text, ink, font)
            top += 1.25 * size
        ink = near(rng, ink, 120)
    return _tilted(sheet, width, height, rng)


def foliage(width: int, height: int, rng: Generator) -> Image.Image:
    """Leaves, petals or pebbles over each other, of one family of colours."""
    base = colour(rng)
    picture = Image.new("RGB", (width, height), near(rng, base, 40))
    size = int(rng.integers(10, 70))
    stencil = Image.new("L", (size, max(4, int(size * rng.uniform(0.3, 1.0)))))
    ImageDraw.Draw(stencil).ellipse((0, 0, stencil.width - 1, stencil.height - 1), 255)
    turns = [stencil.rotate(angle, expand=True) for angle in rng.uniform(0, 360, 8)]
    for _ in range(int(min(700, 2.2 * width * height / size**2))):
        leaf = turns[int(rng.integers(8))]
        x, y = (int(v) for v in rng.uniform(-0.1, 1.0, 2) * (width, height))
        picture.paste(near(rng, base, 55), (x, y), leaf)
    return picture


def patchwork(width: int, height: int, rng: Generator) -> Image.Image:
    """Oblongs cut smaller and smaller at random, some with a seam."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    base, spread = colour(rng), int(rng.integers(20, 160))
    seam = colour(rng) if rng.random() < 0.5 else None
    todo = [(0, 0, width, height)]
    while todo:
        left, top, right, bottom = todo.pop()
        wide, tall = right - left, bottom - top
        if max(wide, tall) < 24 or (max(wide, tall) < 0.5 * width and rng.random() < 0.25):
            draw.rectangle((left, top, right, bottom), near(rng, base, spread), seam)
            continue
        cut = rng.uniform(0.25, 0.75)
        if wide > tall:
            middle = left + int(cut * wide)
            todo += [(left, top, middle, bottom), (middle, top, right, bottom)]
        else:
            middle = top + int(cut * tall)
            todo += [(left, top, right, middle), (left, middle, right, bottom)]
    return _tilted(picture, width, height, rng) if rng.random() < 0.3 else picture


def rays(width: int, height: int, rng: Generator) -> Image.Image:
    """Beams that leave one point."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    centre = rng.uniform(-0.2, 1.2, 2) * (height, width)
    angle = np.arctan2(y - centre[0], x - centre[1])
    beams = np.tanh(np.sin(angle * int(rng.integers(3, 24)) + rng.uniform(0, 6)) * rng.uniform(1, 8))
    return between(beams, base := colour(rng), near(rng, base, 110))


def netting(width: int, height: int, rng: Generator) -> Image.Image:
    """Thin lines that cross at any angle: a fence, a net, graph paper."""
    picture = gradient(width, height, rng)
    draw = ImageDraw.Draw(picture)
    thread, reach = colour(rng), width + height
    for angle in rng.uniform(0, np.pi, int(rng.integers(1, 4))):
        along = np.array([np.cos(angle), np.sin(angle)])
        for offset in np.arange(-reach, reach, rng.uniform(8, 45)):
            foot = np.array([width, height]) / 2 + offset * np.array([-along[1], along[0]])
            draw.line((*(foot - reach * along), *(foot + reach * along)), thread, int(rng.integers(1, 4)))
    return picture


def marble(width: int, height: int, rng: Generator) -> Image.Image:
    """Veins: a wave that noise pushes about."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    push = noise(width, height, ((4, 1.0), (11, 0.5), (29, 0.25)), rng)
    angle, pitch = rng.uniform(0, np.pi), rng.uniform(0.01, 0.09)
    wave = np.sin((x * np.cos(angle) + y * np.sin(angle)) * pitch + push * rng.uniform(2, 12))
    return between(np.abs(wave) ** rng.uniform(0.3, 2), base := colour(rng), near(rng, base, 120))


def texture(width: int, height: int, rng: Generator) -> Image.Image:
    """Noise of about one wavelength, in every direction or mostly in one: spots, fur, mazes, ripples of sand."""
    fy, fx = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None, :]
    frequency = np.hypot(fy, fx) + 1e-6
    wanted = 1 / np.exp(rng.uniform(np.log(4), np.log(60)))
    band = np.exp(-(np.log(frequency / wanted) / rng.uniform(0.15, 0.7)) ** 2)
    if rng.random() < 0.5:
        across = fx * np.cos(a := rng.uniform(0, np.pi)) + fy * np.sin(a)
        band *= np.exp(-(across / frequency / rng.uniform(0.2, 0.8)) ** 2)
    field = np.fft.irfft2(band * np.fft.rfft2(rng.standard_normal((height, width))), (height, width))
    steep = np.exp(rng.uniform(np.log(0.5), np.log(8)))
    return between(np.tanh(field / field.std() * steep), base := colour(rng), near(rng, base, int(rng.integers(20, 200))))


def _motif(reach: int, paint: tuple[int, int, int], rng: Generator) -> Image.Image:
    """A blot, a star, a letter or a stroke, RGBA, `2 * reach` pixels wide."""
    motif = Image.new("RGBA", (2 * reach, 2 * reach))
    draw = ImageDraw.Draw(motif)
    kind, corners = rng.integers(4), int(rng.integers(3, 9))
    angles = np.linspace(0, 2 * np.pi, 2 * corners, endpoint=False) + rng.uniform(0, 6)
    if kind == 0:
        reaches = reach * rng.uniform(0.4, 1.0, 2 * corners)
    else:
        reaches = reach * np.tile([1.0, rng.uniform(0.3, 1.0)], corners)
    if kind < 2:
        draw.polygon([(reach + r * np.cos(a), reach + r * np.sin(a)) for a, r in zip(angles, reaches)], paint)
    elif kind == 2:
        font = ImageFont.load_default(1.6 * reach)
        draw.text((reach, reach), str(rng.choice(list(LETTERS))), paint, font, anchor="mm")
    else:
        draw.line([tuple(p) for p in rng.uniform(0, 2 * reach, (3, 2))], paint, max(1, reach // 4), joint="curve")
    return motif


def _larger(side: int) -> int:
    """Long enough that a turned sheet still covers the picture."""
    return int(1.45 * side)


def _tilted(sheet: Image.Image, width: int, height: int, rng: Generator) -> Image.Image:
    """A window of the given size from the middle of the sheet, turned in half of the cases."""
    if rng.random() < 0.5:
        sheet = sheet.rotate(rng.uniform(-45, 45), Image.Resampling.BILINEAR, expand=False)
    left, top = max(0, (sheet.width - width) // 2), max(0, (sheet.height - height) // 2)
    return sheet.crop((left, top, left + width, top + height))
