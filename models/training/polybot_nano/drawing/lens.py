"""What happens between the scene and the file: light, blur, noise, compression. RGB picture in, RGB picture out."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter


@dataclass(frozen=True)
class Lens:
    """Ranges from which each picture's faults are drawn."""

    gain: tuple[float, float]
    """Factor on the brightness."""
    cast: float
    """Greatest deviation of a colour channel's factor from 1."""
    blur: float
    """Greatest radius of the Gaussian blur, pixels."""
    noise: float
    """Greatest standard deviation of the grain, of 255."""
    falloff: float
    """Greatest share of light lost across the picture."""
    quality: tuple[int, int]
    """JPEG quality."""

    def take(self, picture: Image.Image, rng: Generator) -> Image.Image:
        """Takes the photo."""
        if rng.random() < 0.3:
            picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, self.blur)))
        light = np.float32(rng.uniform(*self.gain)) * (1 + rng.uniform(-self.cast, self.cast, 3).astype(np.float32))
        pixels = np.asarray(picture, np.float32) * light
        if rng.random() < 0.4:
            pixels *= self._falloff(pixels.shape[0], pixels.shape[1], rng)
        if rng.random() < 0.5:
            grain = rng.standard_normal(pixels.shape[:2] + (1,), np.float32)
            pixels += grain * np.float32(rng.uniform(1, self.noise))
        picture = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
        return self._compress(picture, rng) if rng.random() < 0.5 else picture

    def _falloff(self, height: int, width: int, rng: Generator) -> np.ndarray:
        angle = rng.uniform(0, 2 * np.pi)
        y = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None, None] * np.float32(np.sin(angle))
        x = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None, :, None] * np.float32(np.cos(angle))
        return 1 - np.float32(rng.uniform(0.1, self.falloff)) * (x + y + np.float32(0.5))

    def _compress(self, picture: Image.Image, rng: Generator) -> Image.Image:
        stream = BytesIO()
        picture.save(stream, "JPEG", quality=int(rng.integers(*self.quality)))
        return Image.open(stream).convert("RGB")


TRAINED = Lens(gain=(0.6, 1.2), cast=0.12, blur=1.4, noise=14, falloff=0.5, quality=(40, 95))
HELD_OUT = Lens(gain=(0.5, 1.25), cast=0.18, blur=1.7, noise=18, falloff=0.6, quality=(30, 90))
"""Somewhat worse than anything in training."""
