"""Backgrounds made of other backgrounds: bent, laid over each other, seen from nearer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter, ImageOps

from .paint import Background

CELLS = 6
"""Columns and rows of the net by which a picture is bent."""


def varied(kinds: Sequence[Background]) -> Background:
    """Any of the kinds, or two of them in one picture, each bent, enlarged, inverted or blurred by chance."""
    def one(width: int, height: int, rng: Generator) -> Image.Image:
        picture = kinds[int(rng.integers(len(kinds)))](width, height, rng)
        if rng.random() < 0.3:
            picture = _bent(picture, rng)
        if rng.random() < 0.3:
            picture = _nearer(picture, rng)
        if rng.random() < 0.15:
            picture = ImageOps.invert(picture)
        if rng.random() < 0.15:
            picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 2.5)))
        return picture

    def paint(width: int, height: int, rng: Generator) -> Image.Image:
        picture = one(width, height, rng)
        if rng.random() < 0.35:
            picture = Image.composite(picture, one(width, height, rng), _mask(width, height, rng))
        return picture

    return paint


def _bent(picture: Image.Image, rng: Generator) -> Image.Image:
    """Every knot of a net is moved, and the picture with it."""
    width, height = picture.size
    x, y = np.linspace(0, width, CELLS + 1), np.linspace(0, height, CELLS + 1)
    knots = np.stack(np.meshgrid(x, y), -1)
    knots += rng.uniform(-0.45, 0.45, knots.shape) * (width / CELLS, height / CELLS)
    knots = knots.clip(0, (width - 1, height - 1))
    mesh = []
    for row in range(CELLS):
        for column in range(CELLS):
            frame = tuple(int(v) for v in (x[column], y[row], x[column + 1], y[row + 1]))
            corners = (knots[row, column], knots[row + 1, column], knots[row + 1, column + 1], knots[row, column + 1])
            mesh.append((frame, tuple(float(v) for corner in corners for v in corner)))
    return picture.transform(picture.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)


def _nearer(picture: Image.Image, rng: Generator) -> Image.Image:
    """A part of the picture, enlarged, perhaps upside down."""
    width, height = picture.size
    zoom = rng.uniform(1.2, 3.0)
    left, top = rng.uniform(0, 1 - 1 / zoom, 2) * (width, height)
    window = (left, top, left + width / zoom, top + height / zoom)
    picture = picture.resize((width, height), Image.Resampling.BILINEAR, box=window)
    return ImageOps.flip(picture) if rng.random() < 0.5 else picture


def _mask(width: int, height: int, rng: Generator) -> Image.Image:
    """Where the upper one of two pictures is seen: a veil, or islands with sharp or soft shores."""
    if rng.random() < 0.3:
        return Image.new("L", (width, height), int(rng.integers(60, 200)))
    cells = int(rng.integers(2, 8))
    noise = Image.fromarray(rng.random((cells, cells), np.float32)).resize((width, height), Image.Resampling.BICUBIC)
    field = np.asarray(noise)
    steep = float(np.exp(rng.uniform(np.log(2), np.log(100))))
    return Image.fromarray((255 * (0.5 + (field - np.median(field)) * steep).clip(0, 1)).astype(np.uint8))
