"""Anchor boxes: the nine typical shapes of the training boxes, by k-means on logarithms of width and height."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


def fit(labels: list[np.ndarray], seed: int, rounds: int = 40) -> Tensor:
    """From boxes [things, 5] of each picture to float [3 strides, 3 anchors, 2] in pixels, small to large."""
    boxes = np.concatenate(labels)
    shapes = np.log((boxes[:, 3:5] - boxes[:, 1:3]).clip(2))
    centres = shapes[np.random.default_rng(seed).choice(len(shapes), 9, replace=False)]
    for _ in range(rounds):
        nearest = ((shapes[:, None] - centres) ** 2).sum(2).argmin(1)
        centres = np.array([shapes[nearest == i].mean(0) if (nearest == i).any() else centres[i] for i in range(9)])
    anchors = np.exp(centres[centres.sum(1).argsort()])
    return torch.tensor(anchors, dtype=torch.float32).view(3, 3, 2)
