"""A sheet of paper with coordinates from 0 to 1, drawn large and shrunk, so that edges are smooth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from numpy.random import Generator
from PIL import Image, ImageDraw

from ..glyphs import tight

Drawing = Callable[[Generator], Image.Image]
"""Draws one thing, every time a little otherwise: RGBA, cut tight."""

Paint = tuple[int, int, int]

SIZE = 240
OVERSAMPLING = 3


class Canvas:
    """x to the right, y down, both 0..1 along the longer side. `line` is the width of outlines in the same unit."""

    def __init__(self, ink: Paint = (50, 45, 50), line: float = 0.012) -> None:
        self.scale = SIZE * OVERSAMPLING
        self.ink = ink
        self.width = max(1, round(line * self.scale)) if line else 0
        self.sheet = Image.new("RGBA", (self.scale, self.scale))
        self.pen = ImageDraw.Draw(self.sheet)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Paint, round_by: float = 0.0) -> None:
        """A rectangle with rounded corners."""
        self.pen.rounded_rectangle(
            self.px(left, top, right, bottom), round_by * self.scale, fill, self.ink, self.width)

    def oval(self, left: float, top: float, right: float, bottom: float, fill: Paint | None) -> None:
        """An ellipse inside the given rectangle; without `fill` only its line."""
        self.pen.ellipse(self.px(left, top, right, bottom), fill, self.ink, self.width)

    def disc(self, x: float, y: float, radius: float, fill: Paint | None) -> None:
        """A circle around a point."""
        self.oval(x - radius, y - radius, x + radius, y + radius, fill)

    def shape(self, points: Sequence[tuple[float, float]], fill: Paint) -> None:
        """A polygon."""
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        self.pen.polygon(pixels, fill)
        if self.width:
            self.pen.line([*pixels, pixels[0], pixels[1]], self.ink, self.width, joint="curve")

    def stroke(self, points: Sequence[tuple[float, float]], paint: Paint, width: float) -> None:
        """A thick line with round ends."""
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        self.pen.line(pixels, paint, round(width * self.scale), joint="curve")
        reach = width * self.scale / 2
        for x, y in (pixels[0], pixels[-1]):
            self.pen.ellipse((x - reach, y - reach, x + reach, y + reach), paint)

    def arc(self, left: float, top: float, right: float, bottom: float, start: float, end: float,
            paint: Paint, width: float) -> None:
        """A part of an ellipse's line, angles in degrees clockwise from three o'clock."""
        self.pen.arc(self.px(left, top, right, bottom), start, end, paint, round(width * self.scale))

    def slice(self, left: float, top: float, right: float, bottom: float, start: float, end: float,
              fill: Paint) -> None:
        """A sector of an ellipse."""
        self.pen.pieslice(self.px(left, top, right, bottom), start, end, fill, self.ink, self.width)

    def finish(self) -> Image.Image:
        """The sprite at its final size."""
        return tight(self.sheet.resize((SIZE, SIZE), Image.Resampling.BOX))

    def px(self, *units: float) -> tuple[float, ...]:
        """Sheet coordinates as pixels of the enlarged sheet, for the pen itself."""
        return tuple(u * self.scale for u in units)
