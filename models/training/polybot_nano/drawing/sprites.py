"""Chooses and styles the sprite of a class, from the stock of one split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageOps

from ..catalogue import DISTRACTORS, MORE_DISTRACTORS, NAMES, THINGS, Thing
from . import style
from .backgrounds.paint import colour
from .glyphs import colour_glyph, outline_glyph
from .nonsense import nonsense
from .vector import DRAWINGS


@dataclass(frozen=True)
class Stock:
    """What one split may draw with."""

    styles: Sequence[style.Style]
    held_out_glyphs: float
    """Share of the sprites that come from the glyphs never trained on, where the class has such."""
    distractors: Sequence[str]
    """Characters of no class."""
    nonsense: float = 0.0
    """Share of the things of no class that are made up."""
    practice: bool = False
    """Whether hard classes are shown more often than others."""

    def kind(self, rng: Generator) -> int:
        """The index of a class to draw next."""
        return int(rng.choice(len(NAMES), p=_PRACTICE)) if self.practice else int(rng.integers(len(NAMES)))


_PRACTICE = np.array([t.practice for t in THINGS]) / sum(t.practice for t in THINGS)

TRAINED = Stock(style.TRAINED, 0.0, DISTRACTORS[::2] + MORE_DISTRACTORS, nonsense=0.25, practice=True)
HELD_OUT = Stock(style.HELD_OUT, 0.5, DISTRACTORS[1::2])


def of_class(index: int, stock: Stock, rng: Generator) -> Image.Image:
    """A styled sprite of the class, RGBA, up to about 260 pixels."""
    thing = THINGS[index]
    sprite = _raw(thing, stock, rng)
    if rng.random() < 0.5:
        sprite = ImageOps.mirror(sprite)
    return _one_of(stock.styles, rng)(sprite, rng)


def distractor(stock: Stock, rng: Generator) -> Image.Image:
    """A styled sprite of something that is of no class."""
    treat = _one_of(stock.styles, rng)
    made_up = stock.nonsense > 0 and rng.random() < stock.nonsense
    return treat(nonsense(rng) if made_up else colour_glyph(_one_of(stock.distractors, rng)), rng)


def _raw(thing: Thing, stock: Stock, rng: Generator) -> Image.Image:
    if thing.held_out and rng.random() < stock.held_out_glyphs:
        return colour_glyph(_one_of(thing.held_out, rng))
    drawings = DRAWINGS.get(thing.name, ())
    source = rng.random()
    if drawings and source < 0.35:
        return _one_of(drawings, rng)(rng)
    if thing.outline and source > 0.92:
        paints = colour(rng, 0, 110), colour(rng, 130)
        return outline_glyph(_one_of(thing.outline, rng)).paint(*paints)
    return colour_glyph(_one_of(thing.trained, rng))


def _one_of(choices: Sequence, rng: Generator):
    return choices[int(rng.integers(len(choices)))]
