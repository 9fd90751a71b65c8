"""What is met in a street."""

from __future__ import annotations

from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from .canvas import SIZE, Canvas, Drawing
from .paint import GLASS, HAIR, SKIN, TYRE, darker, lighter, pick


def person(rng: Generator) -> Image.Image:
    """Somebody who stands or walks, in trousers or a dress."""
    c = Canvas()
    skin, hair, top, legs = pick(rng, SKIN, 8), pick(rng, HAIR), pick(rng), pick(rng)
    stride, swing = rng.uniform(0.02, 0.12), rng.uniform(0.03, 0.14)
    for side in (-1, 1):
        hand = (0.5 + side * (0.1 + swing), rng.uniform(0.5, 0.58))
        c.stroke([(0.5 + side * 0.08, 0.27), hand], darker(top, 0.85), 0.06)
        c.disc(*hand, 0.028, skin)
        foot = (0.5 + side * stride, 0.94)
        c.stroke([(0.5 + side * 0.035, 0.52), foot], legs, 0.075)
        c.stroke([foot, (foot[0] + 0.04, 0.955)], (45, 40, 40), 0.05)
    if rng.random() < 0.4:
        c.shape([(0.43, 0.22), (0.57, 0.22), (0.66, 0.68), (0.34, 0.68)], top)
    else:
        c.box(0.4, 0.22, 0.6, 0.56, top, 0.05)
    c.stroke([(0.5, 0.2), (0.5, 0.22)], skin, 0.06)
    long = rng.random() < 0.5
    c.oval(0.4, 0.02, 0.6, 0.26 if long else 0.17, hair)
    c.oval(0.43, 0.045, 0.57, 0.2, skin)
    c.slice(0.42, 0.025, 0.58, 0.15, 180, 360, hair)
    return c.finish()


def car(rng: Generator) -> Image.Image:
    """A car from the side: saloon, hatchback or van."""
    c, body = Canvas(), pick(rng)
    roof, rear, bonnet = rng.uniform(0.3, 0.38), rng.uniform(0.04, 0.2), rng.uniform(0.6, 0.72)
    c.shape([(rear, 0.5), (rear + 0.1, roof), (bonnet - 0.06, roof), (bonnet + 0.08, 0.5)], body)
    c.shape([(rear + 0.05, 0.5), (rear + 0.12, roof + 0.03), (0.4, roof + 0.03), (0.4, 0.5)], GLASS)
    c.shape([(0.43, 0.5), (0.43, roof + 0.03), (bonnet - 0.08, roof + 0.03), (bonnet + 0.04, 0.5)], GLASS)
    c.box(0.02, 0.48, 0.98, 0.66, body, 0.06)
    c.box(0.02, 0.6, 0.98, 0.66, darker(body), 0.02)
    c.oval(0.92, 0.51, 0.98, 0.57, (255, 240, 170))
    c.box(0.02, 0.51, 0.05, 0.57, (200, 40, 40))
    _wheels(c, (0.22, 0.78), 0.66, rng.uniform(0.085, 0.105))
    return c.finish()


def bus(rng: Generator) -> Image.Image:
    """A bus from the side."""
    c, body = Canvas(), pick(rng)
    c.box(0.01, 0.26, 0.99, 0.68, body, 0.04)
    count = int(rng.integers(4, 7))
    for i in range(count):
        left = 0.05 + i * 0.74 / count
        c.box(left, 0.32, left + 0.74 / count - 0.02, 0.47, GLASS, 0.01)
    c.box(0.82, 0.33, 0.9, 0.67, lighter(GLASS))
    c.box(0.92, 0.32, 0.985, 0.48, GLASS, 0.01)
    c.box(0.015, 0.52, 0.81, 0.57, lighter(body, 0.6))
    _wheels(c, (0.2, 0.72), 0.68, 0.075)
    return c.finish()


def bicycle(rng: Generator) -> Image.Image:
    """A bicycle from the side."""
    c, frame = Canvas(line=0.03), pick(rng)
    for x in (0.2, 0.8):
        c.disc(x, 0.62, 0.19, None)
        for reach in (-0.12, 0.12):
            c.stroke([(x - reach, 0.62 - 0.12), (x + reach, 0.62 + 0.12)], (150, 150, 150), 0.008)
    hub, seat = (0.45, 0.64), (0.38, 0.36)
    for line in ([(0.2, 0.62), hub, (0.68, 0.42), seat, (0.2, 0.62)], [hub, (0.37, 0.33)], [(0.8, 0.62), (0.69, 0.3)]):
        c.stroke(line, frame, 0.035)
    c.stroke([(0.31, 0.32), (0.43, 0.32)], (50, 40, 40), 0.05)
    c.stroke([(0.61, 0.28), (0.69, 0.3), (0.73, 0.28)], (60, 60, 60), 0.03)
    c.disc(*hub, 0.045, (120, 120, 120))
    return c.finish()


def traffic_light(rng: Generator) -> Image.Image:
    """Three lamps of which one is lit, on a post or without."""
    c, case = Canvas(), pick(rng, ((45, 50, 50), (70, 75, 70), (225, 180, 50), (40, 80, 60)))
    lit = int(rng.integers(3))
    bottom = 0.98 if rng.random() < 0.5 else 0.72
    if bottom > 0.9:
        c.box(0.475, 0.7, 0.525, bottom, (100, 100, 105))
    c.box(0.36, 0.02, 0.64, 0.74, case, 0.05)
    for lamp, paint in enumerate(((240, 50, 40), (255, 205, 50), (60, 205, 90))):
        c.disc(0.5, 0.15 + lamp * 0.23, 0.09, paint if lamp == lit else darker(paint, 0.35 + rng.uniform(0, 0.3)))
    return c.finish()


def stop_sign(rng: Generator) -> Image.Image:
    """The red octagon with its word."""
    c = Canvas(line=0)
    for reach, paint in ((0.49, (245, 245, 245)), (0.455, pick(rng, ((200, 30, 35),), 20))):
        cut = reach * 0.4142
        corners = ((-cut, -reach), (cut, -reach), (reach, -cut), (reach, cut),
                   (cut, reach), (-cut, reach), (-reach, cut), (-reach, -cut))
        c.shape([(0.5 + x, 0.5 + y) for x, y in corners], paint)
    sign = c.finish()
    font = ImageFont.load_default(SIZE * 0.33)
    ImageDraw.Draw(sign).text((sign.width / 2, sign.height / 2), "STOP", fill=(250, 250, 250), font=font, anchor="mm",
                              stroke_width=2, stroke_fill=(250, 250, 250))
    return sign


def boat(rng: Generator) -> Image.Image:
    """A sailing boat."""
    c, hull = Canvas(), pick(rng)
    c.stroke([(0.5, 0.05), (0.5, 0.78)], (120, 85, 50), 0.025)
    c.shape([(0.53, 0.06), (0.53, 0.7), (rng.uniform(0.82, 0.95), 0.7)], pick(rng))
    c.shape([(0.47, 0.14), (0.47, 0.7), (rng.uniform(0.1, 0.25), 0.7)], lighter(pick(rng)))
    c.shape([(0.06, 0.76), (0.94, 0.76), (0.8, 0.94), (0.2, 0.94)], hull)
    return c.finish()


def _wheels(c: Canvas, centres: tuple[float, ...], y: float, radius: float) -> None:
    for x in centres:
        c.disc(x, y, radius, TYRE)
        c.disc(x, y, radius * 0.5, (190, 190, 195))


DRAWINGS: dict[str, tuple[Drawing, ...]] = {
    "person": (person,), "car": (car,), "bus": (bus,), "bicycle": (bicycle,),
    "traffic light": (traffic_light,), "stop sign": (stop_sign,), "boat": (boat,),
}
