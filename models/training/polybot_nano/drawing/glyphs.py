"""Characters as sprites. A sprite is a PIL picture, RGBA, cut tight around what can be seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

COLOUR_FONT = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
"""Noto Color Emoji, SIL Open Font License 1.1, Debian package fonts-noto-color-emoji."""

OUTLINE_FONT = Path("/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf")
"""Symbola by George Douros, "free for any use", Debian package fonts-symbola."""

COLOUR_FONT_SIZE = 109
"""The one size, in pixels, in which the bitmaps of Noto Color Emoji come."""


class GlyphMissing(RuntimeError):
    """A font lacks a character that the catalogue names, or the shaping engine (raqm) is absent."""


def tight(sprite: Image.Image, threshold: int = 40) -> Image.Image:
    """Cuts the transparent border away; a pixel counts as seen above `threshold` of 255."""
    box = sprite.getchannel("A").point(lambda a: 255 if a > threshold else 0).getbbox()
    if box is None:
        raise GlyphMissing("an empty sprite")
    return sprite.crop(box)


@cache
def colour_glyph(character: str) -> Image.Image:
    """The character in its own colours, about 128 pixels high."""
    font = ImageFont.truetype(str(COLOUR_FONT), COLOUR_FONT_SIZE)
    canvas = Image.new("RGBA", (3 * COLOUR_FONT_SIZE, 2 * COLOUR_FONT_SIZE))
    ImageDraw.Draw(canvas).text((8, 8), character, font=font, embedded_color=True)
    sprite = tight(canvas)
    if sprite.width > 1.5 * COLOUR_FONT_SIZE:
        raise GlyphMissing(f"{character!r} falls apart into several glyphs")
    return sprite


@dataclass(frozen=True)
class Outline:
    """A monochrome character as two masks (mode L, same size): its lines and the surface that they enclose."""

    ink: Image.Image
    surface: Image.Image

    def paint(self, ink: tuple[int, int, int], surface: tuple[int, int, int]) -> Image.Image:
        """Fills lines and surface with one colour each."""
        sprite = Image.new("RGBA", self.ink.size, ink + (0,))
        sprite.paste(surface + (255,), mask=self.surface)
        sprite.paste(ink + (255,), mask=self.ink)
        return sprite


@cache
def outline_glyph(character: str, size: int = 150) -> Outline:
    """The character of the monochrome font with its inside found by flooding the outside."""
    font = ImageFont.truetype(str(OUTLINE_FONT), size)
    left, top, right, bottom = font.getbbox(character)
    ink = Image.new("L", (right - left + 4, bottom - top + 4))
    ImageDraw.Draw(ink).text((2 - left, 2 - top), character, font=font, fill=255)
    walls = ink.point(lambda a: 255 if a > 90 else 0)
    ImageDraw.floodfill(walls, (0, 0), 128)
    surface = Image.fromarray((np.asarray(walls) != 128).astype(np.uint8) * 255)
    box = surface.getbbox()
    if box is None:
        raise GlyphMissing(f"{character!r} is not in {OUTLINE_FONT.name}")
    return Outline(ink.crop(box), surface.crop(box))
