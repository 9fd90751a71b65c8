"""Chooses and styles the sprite of a class, from the stock of one split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numpy.random import Generator
from PIL import Image, ImageOps

from ..catalogue import DISTRACTORS, THINGS, Thing
from . import style
from .background import colour
from .glyphs import colour_glyph, outline_glyph
from .vector import DRAWINGS


@dataclass(frozen=True)
class Stock:
    """What one split may draw with."""

    styles: Sequence[style.Style]
    held_out_glyphs: float
    """Share of the sprites that come from the glyphs never trained on, where the class has such."""
    distractors: Sequence[str]


TRAINED = Stock(style.TRAINED, 0.0, DISTRACTORS[::2])
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
    return _one_of(stock.styles, rng)(colour_glyph(_one_of(stock.distractors, rng)), rng)


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
