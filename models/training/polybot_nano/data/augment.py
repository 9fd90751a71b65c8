"""Cheap changes that make a picture count as another one: mosaic, crop, border, mirror, light."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image

from .cache import Cache

BORDER = 114
"""The grey of letterbox bars, as in YOLOv5."""

MOSAICS = 0.3
"""Share of the samples that consist of windows of four pictures."""

CROPS = 0.7
"""Share of the other samples that are a window of their picture; the rest shows all of it."""

GREATEST_ZOOM = 1.4
"""Pixels of a window for one of its picture, at most: things are to have the sizes in which photos show them."""

LEAST_WINDOW = 0.5
"""Side of the smallest window, in parts of its picture's."""

LEAST_REST = 0.45
"""Share of a box that has to lie inside a crop for its label to stay."""

Labelled = tuple[np.ndarray, np.ndarray]
"""uint8 [size, size, 3] and float32 [things, 5] class, left, top, right, bottom in pixels."""

Box = tuple[float, float, float, float]
"""left, top, right, bottom."""


def sample(cache: Cache, index: int, size: int, rng: Generator) -> Labelled:
    """Picture `index` of the cache, augmented, at `size` pixels."""
    picture, labels = _mosaic(cache, index, size, rng) if rng.random() < MOSAICS else _single(cache, index, size, rng)
    if rng.random() < 0.5:
        picture = picture[:, ::-1]
        labels = labels.copy()
        labels[:, [1, 3]] = size - labels[:, [3, 1]]
    return _light(picture, rng), labels


def transfer(source: Labelled, window: Box, target: np.ndarray, frame: tuple[int, int, int, int]) -> np.ndarray:
    """Copies a window of the source into a frame of the target picture; returns the labels that moved along."""
    picture, labels = source
    left, top, right, bottom = frame
    part = Image.fromarray(picture).resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=window)
    target[top:bottom, left:right] = np.asarray(part)
    zoom = (right - left) / (window[2] - window[0]), (bottom - top) / (window[3] - window[1])
    scale = np.array(zoom * 2, np.float32)
    moved = (labels[:, 1:] - np.array(window[:2] * 2, np.float32)) * scale + np.array([left, top] * 2, np.float32)
    clipped = moved.copy()
    clipped[:, 0::2] = clipped[:, 0::2].clip(left, right)
    clipped[:, 1::2] = clipped[:, 1::2].clip(top, bottom)
    sides = clipped[:, 2:] - clipped[:, :2]
    keep = (sides.prod(1) > LEAST_REST * (moved[:, 2:] - moved[:, :2]).prod(1)) & (sides.min(1) >= 4)
    return np.concatenate([labels[keep, :1], clipped[keep]], 1)


def _single(cache: Cache, index: int, size: int, rng: Generator) -> Labelled:
    """The picture cropped a little, or whole inside grey bars."""
    source = cache.pictures[index], cache.labels[index]
    extent = source[0].shape[0]
    canvas = np.full((size, size, 3), BORDER, np.uint8)
    if rng.random() < CROPS:
        least = max(LEAST_WINDOW, size / (GREATEST_ZOOM * extent))
        side = extent * rng.uniform(least, 1.0)
        x, y = rng.uniform(0, extent - side, 2)
        return canvas, transfer(source, (x, y, x + side, y + side), canvas, (0, 0, size, size))
    wide, tall = (int(size * v) for v in rng.uniform(0.8, 1.0, 2))
    x, y = int(rng.integers(0, size - wide + 1)), int(rng.integers(0, size - tall + 1))
    return canvas, transfer(source, (0.0, 0.0, extent, extent), canvas, (x, y, x + wide, y + tall))


def _mosaic(cache: Cache, index: int, size: int, rng: Generator) -> Labelled:
    """Windows of four pictures around one corner."""
    canvas = np.empty((size, size, 3), np.uint8)
    x, y = (int(size * v) for v in rng.uniform(0.3, 0.7, 2))
    frames = ((0, 0, x, y), (x, 0, size, y), (0, y, x, size), (x, y, size, size))
    labels = []
    for frame, chosen in zip(frames, (index, *rng.integers(0, len(cache), 3))):
        source = cache.pictures[chosen], cache.labels[chosen]
        extent = source[0].shape[0]
        zoom = rng.uniform(0.8, 1.5) * size / extent
        wide, tall = min(extent, (frame[2] - frame[0]) / zoom), min(extent, (frame[3] - frame[1]) / zoom)
        left, top = rng.uniform(0, extent - wide), rng.uniform(0, extent - tall)
        labels.append(transfer(source, (left, top, left + wide, top + tall), canvas, frame))
    return canvas, np.concatenate(labels)


def _light(picture: np.ndarray, rng: Generator) -> np.ndarray:
    """Another exposure and white balance."""
    levels = np.arange(256, dtype=np.float32) / 255
    curves = levels[:, None] ** rng.uniform(0.7, 1.4) * rng.uniform(0.85, 1.15, 3)
    table = (255 * curves).clip(0, 255).astype(np.uint8)
    return np.stack([table[picture[..., channel], channel] for channel in range(3)], -1)
