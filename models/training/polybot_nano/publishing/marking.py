"""Draws detections into a picture."""

from __future__ import annotations

from colorsys import hsv_to_rgb

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..catalogue import NAMES


def mark(picture: Image.Image, found: np.ndarray) -> Image.Image:
    """A copy with a box, name and score for each detection [n, 6]."""
    picture = picture.copy()
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(max(13, picture.width // 50))
    for left, top, right, bottom, score, kind in found[::-1]:
        paint = tuple(int(255 * v) for v in hsv_to_rgb(int(kind) * 0.618 % 1, 0.85, 1.0))
        draw.rectangle((left, top, right, bottom), outline=paint, width=max(2, picture.width // 250))
        text = f"{NAMES[int(kind)]} {score:.2f}"
        box = draw.textbbox((left + 2, max(0, top - font.size - 4)), text, font=font)
        draw.rectangle((box[0] - 2, box[1] - 1, box[2] + 2, box[3] + 1), fill=paint)
        draw.text((left + 2, max(0, top - font.size - 4)), text, fill=(0, 0, 0), font=font)
    return picture


def grid(pictures: list[Image.Image], columns: int, cell: int) -> Image.Image:
    """Pictures side by side, each inside a square of `cell` pixels."""
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * cell, rows * cell), (235, 235, 235))
    for number, picture in enumerate(pictures):
        picture = picture.copy()
        picture.thumbnail((cell - 6, cell - 6), Image.Resampling.LANCZOS)
        left = number % columns * cell + (cell - picture.width) // 2
        sheet.paste(picture, (left, number // columns * cell + (cell - picture.height) // 2))
    return sheet
