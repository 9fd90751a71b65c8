"""How a sprite is treated before it is placed. Each style is a function (sprite, generator) -> sprite, all RGBA."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

Style = Callable[[Image.Image, Generator], Image.Image]


def _recolour(sprite: Image.Image, change: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """Applies a change of colours and keeps the transparency."""
    changed = change(sprite.convert("RGB")).convert("RGBA")
    changed.putalpha(sprite.getchannel("A"))
    return changed


def plain(sprite: Image.Image, rng: Generator) -> Image.Image:
    """As the font shows it."""
    return sprite


def faded(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Other saturation, brightness and contrast."""
    def change(rgb: Image.Image) -> Image.Image:
        rgb = ImageEnhance.Color(rgb).enhance(rng.uniform(0.2, 1.5))
        rgb = ImageEnhance.Brightness(rgb).enhance(rng.uniform(0.6, 1.25))
        return ImageEnhance.Contrast(rgb).enhance(rng.uniform(0.6, 1.3))
    return _recolour(sprite, change)


def tinted(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Under a coloured lamp."""
    lamp = tuple(int(v) for v in rng.integers(110, 256, 3))
    return _recolour(sprite, lambda rgb: ImageChops.multiply(rgb, Image.new("RGB", rgb.size, lamp)))


def grey(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Black and white."""
    return _recolour(sprite, lambda rgb: ImageOps.grayscale(rgb))


def hue_turned(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Every hue moved by the same angle."""
    def change(rgb: Image.Image) -> Image.Image:
        hue, saturation, value = rgb.convert("HSV").split()
        turn = int(rng.integers(0, 256))
        return Image.merge("HSV", (hue.point(lambda h: (h + turn) % 256), saturation, value)).convert("RGB")
    return _recolour(sprite, change)


def shaded(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Light from one side."""
    return _recolour(sprite, lambda rgb: ImageChops.multiply(rgb, _ramp(rgb.size, rng.uniform(0, 6.28), 90)))


def sticker(sprite: Image.Image, rng: Generator) -> Image.Image:
    """With a white rim."""
    return _rim(sprite, (250, 250, 248), int(rng.integers(1, 3)) * 2 + 1)


def speckled(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Worn, with blotches of darker paint."""
    cells = rng.uniform(0.45, 1.0, (int(rng.integers(6, 30)), int(rng.integers(6, 30)))).astype(np.float32)
    blotches = Image.fromarray((255 * cells).astype(np.uint8)).resize(sprite.size, Image.Resampling.BICUBIC)
    return _recolour(sprite, lambda rgb: ImageChops.multiply(rgb, blotches.convert("RGB")))


def swapped(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Red, green and blue in another order."""
    return _recolour(sprite, lambda rgb: Image.merge("RGB", [rgb.split()[i] for i in rng.permutation(3)]))


def coarse(sprite: Image.Image, rng: Generator) -> Image.Image:
    """As if seen through a coarse screen."""
    side = int(rng.integers(24, 60))
    def change(rgb: Image.Image) -> Image.Image:
        return rgb.resize((side, side), Image.Resampling.BOX).resize(rgb.size, Image.Resampling.BILINEAR)
    return _recolour(sprite, change)


def embossed(sprite: Image.Image, rng: Generator) -> Image.Image:
    """With edges drawn too sharply."""
    return _recolour(sprite, lambda rgb: ImageEnhance.Sharpness(rgb).enhance(rng.uniform(3, 8)))


def posterised(sprite: Image.Image, rng: Generator) -> Image.Image:
    """Few tones, as in a silk-screen print. Evaluation only."""
    return _recolour(sprite, lambda rgb: ImageOps.posterize(rgb, int(rng.integers(2, 4))))


def hatched(sprite: Image.Image, rng: Generator) -> Image.Image:
    """With a weave of fine lines. Evaluation only."""
    y, x = np.mgrid[:sprite.height, :sprite.width]
    wave = np.sin((x * np.cos(a := rng.uniform(0, 3.14)) + y * np.sin(a)) * rng.uniform(0.5, 1.1))
    weave = Image.fromarray((225 + 30 * wave).astype(np.uint8)).convert("RGB")
    return _recolour(sprite, lambda rgb: ImageChops.multiply(rgb, weave))


def inked(sprite: Image.Image, rng: Generator) -> Image.Image:
    """With a dark coloured rim. Evaluation only."""
    return _rim(sprite, tuple(int(v) for v in rng.integers(0, 110, 3)), 3)


def sepia(sprite: Image.Image, rng: Generator) -> Image.Image:
    """An old photograph's two tones. Evaluation only."""
    return _recolour(sprite, lambda rgb: ImageOps.colorize(ImageOps.grayscale(rgb), (40, 24, 10), (250, 235, 205)))


def spotlit(sprite: Image.Image, rng: Generator) -> Image.Image:
    """A round light in one corner, dusk in the others. Evaluation only."""
    y, x = np.mgrid[:sprite.height, :sprite.width].astype(np.float32)
    centre = rng.uniform(0.1, 0.9, 2) * (sprite.height, sprite.width)
    distance = np.hypot(y - centre[0], x - centre[1]) / max(sprite.size)
    light = Image.fromarray(np.clip(255 - 170 * distance, 90, 255).astype(np.uint8)).convert("RGB")
    return _recolour(sprite, lambda rgb: ImageChops.multiply(rgb, light))


TRAINED: Sequence[Style] = (
    plain, plain, faded, faded, tinted, shaded, shaded, hue_turned, grey, sticker, speckled, swapped, coarse, embossed,
)
HELD_OUT: Sequence[Style] = (plain, posterised, hatched, inked, sepia, spotlit)


def _ramp(size: tuple[int, int], angle: float, darkest: int) -> Image.Image:
    y, x = np.mgrid[:size[1], :size[0]].astype(np.float32)
    slope = x / size[0] * np.cos(angle) + y / size[1] * np.sin(angle)
    slope = (slope - slope.min()) / max(float(np.ptp(slope)), 1e-6)
    return Image.fromarray((darkest + (255 - darkest) * slope).astype(np.uint8)).convert("RGB")


def _rim(sprite: Image.Image, colour: tuple[int, ...], width: int) -> Image.Image:
    padded = ImageOps.expand(sprite, width, (0, 0, 0, 0))
    grown = padded.getchannel("A").filter(ImageFilter.MaxFilter(2 * (width // 2) + 1))
    rim = Image.new("RGBA", padded.size, colour + (0,))
    rim.putalpha(grown)
    rim.alpha_composite(padded)
    return rim
