"""Fits a picture of any size into the network's input, as the service does: smallest rectangle, grey bars."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from .augment import BORDER


@dataclass(frozen=True)
class Letterbox:
    """`pixels`: float [1, 3, H, W], H and W multiples of the stride; the rest leads boxes back to the picture."""

    pixels: Tensor
    scale: float
    left: int
    top: int

    def back(self, boxes: np.ndarray) -> np.ndarray:
        """Boxes [n, 4] left, top, right, bottom from input pixels to pixels of the picture."""
        return (boxes - np.array([self.left, self.top] * 2, np.float32)) / self.scale


def letterbox(picture: Image.Image, size: int, stride: int = 32) -> Letterbox:
    """Scales the longer side of an RGB picture to `size` and fills both sides up to the next multiple of the stride."""
    scale = size / max(picture.size)
    width, height = (max(1, round(side * scale)) for side in picture.size)
    wide, tall = (-(-side // stride) * stride for side in (width, height))
    left, top = (wide - width) // 2, (tall - height) // 2
    canvas = np.full((tall, wide, 3), BORDER, np.uint8)
    canvas[top:top + height, left:left + width] = np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))
    return Letterbox(torch.from_numpy(canvas).permute(2, 0, 1)[None].float() / 255, scale, left, top)
