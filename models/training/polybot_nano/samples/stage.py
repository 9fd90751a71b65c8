"""A stage on which things are set by hand, at twice the final size, so that edges are smooth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageOps

from ..catalogue import NAMES
from ..drawing.compose import Easel
from ..drawing.glyphs import colour_glyph
from ..drawing.vector import DRAWINGS

WIDTH, HEIGHT = 1024, 680
OVERSAMPLING = 2

Paint = tuple[int, int, int]


class Stage:
    """Coordinates are pixels of the final picture. First paint the scenery, then set things from far to near."""

    def __init__(self, top: Paint, bottom: Paint) -> None:
        """A backdrop that flows from one colour to another."""
        size = WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING
        self.backdrop = Image.fromarray(np.array([[top], [bottom]], np.uint8)).resize(size, Image.Resampling.BILINEAR)
        self._pen = ImageDraw.Draw(self.backdrop)
        self._easel: Easel | None = None

    def box(self, left: float, top: float, right: float, bottom: float, fill: Paint, round_by: float = 0) -> None:
        """Scenery: a rectangle."""
        self._pen.rounded_rectangle(_px(left, top, right, bottom), round_by * OVERSAMPLING, fill)

    def oval(self, left: float, top: float, right: float, bottom: float, fill: Paint) -> None:
        """Scenery: an ellipse."""
        self._pen.ellipse(_px(left, top, right, bottom), fill)

    def shape(self, points: Sequence[tuple[float, float]], fill: Paint) -> None:
        """Scenery: a polygon."""
        self._pen.polygon([_px(*point) for point in points], fill)

    def cloud(self, x: float, y: float, size: float) -> None:
        """Scenery: a white cloud around a point."""
        for dx, dy, reach in ((-0.5, 0.1, 0.3), (0.0, -0.05, 0.42), (0.5, 0.1, 0.28), (0.2, 0.15, 0.3)):
            self.oval(x + (dx - reach) * size, y + (dy - reach * 0.7) * size, x + (dx + reach) * size,
                      y + (dy + reach * 0.7) * size, (250, 252, 255))

    def house(self, left: float, top: float, right: float, ground: float, wall: Paint, roof: Paint) -> None:
        """Scenery: a house front with a gable."""
        self.box(left, top, right, ground, wall)
        self.shape([(left - 8, top), ((left + right) / 2, top - 45), (right + 8, top)], roof)

    def glyph(self, kind: str | None, character: str, x: float, foot: float, height: float, mirrored: bool = False,
              turn: float = 0.0, shadow: bool = True) -> None:
        """Sets a character so that its lower edge stands on `foot`, centred at `x`; `kind` None is decoration."""
        self._set(kind, colour_glyph(character), x, foot, height, mirrored, turn, shadow)

    def drawing(self, kind: str, seed: int, x: float, foot: float, height: float, mirrored: bool = False,
                turn: float = 0.0, shadow: bool = True) -> None:
        """Sets the project's own drawing of a class; the seed chooses colours and shape."""
        sprite = DRAWINGS[kind][0](np.random.default_rng(seed))
        self._set(kind, sprite, x, foot, height, mirrored, turn, shadow)

    def finish(self) -> tuple[Image.Image, dict[str, int]]:
        """The picture, and how many things of each class it shows, most frequent first."""
        easel = self._ready()
        kinds = [NAMES[int(kind)] for kind in easel.labels()[:, 0]]
        counts = {kind: kinds.count(kind) for kind in sorted(set(kinds), key=lambda k: (-kinds.count(k), k))}
        return easel.picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS), counts

    def _ready(self) -> Easel:
        """The easel; from now on the scenery is fixed."""
        if self._easel is None:
            self._easel = Easel(self.backdrop)
        return self._easel

    def _set(self, kind: str | None, sprite: Image.Image, x: float, foot: float, height: float, mirrored: bool,
             turn: float, shadow: bool) -> None:
        scale = height * OVERSAMPLING / sprite.height
        sprite = sprite.resize((round(sprite.width * scale), round(sprite.height * scale)), Image.Resampling.LANCZOS)
        if mirrored:
            sprite = ImageOps.mirror(sprite)
        if turn:
            sprite = sprite.rotate(turn, Image.Resampling.BICUBIC, expand=True)
        left, top = int(x * OVERSAMPLING - sprite.width / 2), int(foot * OVERSAMPLING - sprite.height)
        easel = self._ready()
        if shadow:
            self._cast(easel, sprite.width, x * OVERSAMPLING, foot * OVERSAMPLING)
        easel.place(sprite, left, top, None if kind is None else NAMES.index(kind))

    def _cast(self, easel: Easel, width: int, x: float, foot: float) -> None:
        """A soft dark oval on the ground."""
        tall = int(max(12, width * 0.11))
        oval = Image.new("RGBA", (int(width * 0.95), tall))
        ImageDraw.Draw(oval).ellipse((0, 0, oval.width - 1, tall - 1), (0, 0, 0, 255))
        easel.shadow(oval, int(x - oval.width / 2), int(foot - tall * 0.6), tall / 5, 0.38)


def _px(*units: float) -> tuple[float, ...]:
    return tuple(u * OVERSAMPLING for u in units)
