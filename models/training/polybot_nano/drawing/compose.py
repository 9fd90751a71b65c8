"""Puts a picture together: background, things with shadows, clutter, lens. A box encloses what is seen of a thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter

from . import backgrounds, layout, lens, sprites

LEAST_VISIBLE = 0.4
"""A thing of which less can be seen than this share is not labelled."""

SOLID = 100
"""Opacity of 255 above which a pixel belongs to a thing."""


@dataclass(frozen=True)
class Scene:
    """A finished picture."""

    picture: Image.Image
    """RGB."""
    labels: np.ndarray
    """float32 [things, 5]: class index, left, top, right, bottom in pixels."""


class Easel:
    """A picture in the making, which knows for each pixel the thing that is seen there."""

    def __init__(self, backdrop: Image.Image) -> None:
        self.picture = backdrop.convert("RGB")
        self._owner = np.zeros((backdrop.height, backdrop.width), np.int16)
        self._things: list[tuple[int, int]] = []

    def place(self, sprite: Image.Image, left: int, top: int, kind: int | None) -> None:
        """Lays an RGBA sprite over what is there; `kind` is its class index, None for clutter."""
        alpha = sprite.getchannel("A")
        self.picture.paste(sprite, (left, top), alpha)
        y, x = max(top, 0), max(left, 0)
        part = np.asarray(alpha)[y - top:self.picture.height - top, x - left:self.picture.width - left] > SOLID
        self._things.append((-1 if kind is None else kind, int((np.asarray(alpha) > SOLID).sum())))
        self._owner[y:y + part.shape[0], x:x + part.shape[1]][part] = len(self._things)

    def shadow(self, sprite: Image.Image, left: int, top: int, blur: float, darkness: float) -> None:
        """Darkens the ground under a sprite; shadows belong to nobody's box."""
        reach = int(3 * blur)
        cast = Image.new("L", (sprite.width + 2 * reach, sprite.height + 2 * reach))
        cast.paste(sprite.getchannel("A"), (reach, reach))
        cast = cast.filter(ImageFilter.GaussianBlur(blur)).point(lambda a: int(a * darkness))
        self.picture.paste((10, 10, 20), (left - reach, top - reach), cast)

    def visible_share(self, left: int, top: int, sprite: Image.Image) -> float:
        """How much of the place of a sprite is still free of labelled things."""
        window = self._owner[max(top, 0):top + sprite.height, max(left, 0):left + sprite.width]
        return float((window == 0).mean()) if window.size else 0.0

    def labels(self) -> np.ndarray:
        """The boxes around the visible pixels of each thing, float32 [things, 5]."""
        rows = [label for owner in range(1, len(self._things) + 1) if (label := self._label(owner)) is not None]
        return np.array(rows, np.float32).reshape(-1, 5)

    def _label(self, owner: int) -> tuple[float, ...] | None:
        kind, pixels = self._things[owner - 1]
        mine = self._owner == owner
        if kind < 0 or mine.sum() < max(LEAST_VISIBLE * pixels, 12):
            return None
        rows, columns = np.flatnonzero(mine.any(1)), np.flatnonzero(mine.any(0))
        return float(kind), columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


@dataclass(frozen=True)
class Workshop:
    """Everything that one split composes with."""

    backgrounds: Sequence[backgrounds.Background]
    layouts: Sequence[layout.Layout]
    stock: sprites.Stock
    lens: lens.Lens
    clutter: int
    """The most things of no class behind the others."""

    def compose(self, width: int, height: int, rng: Generator) -> Scene:
        """Draws one picture with its labels."""
        easel = Easel(_one_of(self.backgrounds, rng)(width, height, rng))
        for _ in range(int(rng.integers(0, self.clutter + 1))):
            self._clutter(easel, rng)
        alike = self.stock.kind(rng) if rng.random() < 0.15 else None
        for spot in _one_of(self.layouts, rng)(rng):
            kind = self.stock.kind(rng) if alike is None else alike
            self._stand(easel, sprites.of_class(kind, self.stock, rng), kind, spot, rng)
        if rng.random() < 0.3:
            self._clutter(easel, rng)
        return Scene(self.lens.take(easel.picture, rng), easel.labels())

    def _clutter(self, easel: Easel, rng: Generator) -> None:
        spot = layout.Place(*rng.uniform(0, 1, 2), rng.uniform(0.05, 0.25))
        self._stand(easel, sprites.distractor(self.stock, rng), None, spot, rng)

    def _stand(self, easel: Easel, sprite: Image.Image, kind: int | None, spot: layout.Place, rng: Generator) -> None:
        width, height = easel.picture.size
        sprite = turned(sprite, spot.size * max(width, height), rng)
        left, top = int(spot.x * width - sprite.width / 2), int(spot.y * height - sprite.height / 2)
        if easel.visible_share(left, top, sprite) < rng.uniform(0.5, 0.95):
            return
        if rng.random() < 0.4:
            drop = max(1, int(0.04 * max(sprite.size)))
            easel.shadow(sprite, left + int(rng.integers(-drop, drop + 1)), top + drop, drop, rng.uniform(0.2, 0.6))
        easel.place(sprite, left, top, kind)


def turned(sprite: Image.Image, size: float, rng: Generator) -> Image.Image:
    """Brings the longer side to `size` pixels, stretches, leans and turns the sprite a little; seldom much."""
    scale = size / max(sprite.size)
    stretch = np.exp(rng.uniform(-0.12, 0.12))
    shape = max(6, round(sprite.width * scale * stretch)), max(6, round(sprite.height * scale / stretch))
    sprite = sprite.resize(shape, Image.Resampling.BICUBIC)
    angle = rng.normal(0, 6) if rng.random() < 0.93 else rng.uniform(-40, 40)
    return sprite.rotate(angle, Image.Resampling.BICUBIC, expand=True)


def _one_of(choices: Sequence, rng: Generator):
    return choices[int(rng.integers(len(choices)))]


TRAINED = Workshop(backgrounds.TRAINED, layout.TRAINED, sprites.TRAINED, lens.TRAINED, clutter=6)
HELD_OUT = Workshop(backgrounds.HELD_OUT, layout.HELD_OUT, sprites.HELD_OUT, lens.HELD_OUT, clutter=4)
