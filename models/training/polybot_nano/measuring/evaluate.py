"""Average precision on drawn pictures that the detector never saw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image

from ..catalogue import NAMES
from ..data.letterbox import letterbox
from ..drawing.compose import Scene, Workshop
from .average_precision import Tally
from .suppression import detections

PICTURES = 600
SEED = 20_011_969
"""Far from every training seed, which count up from the seed of a run."""

SHAPES: tuple[tuple[int, int], ...] = ((640, 480), (480, 640), (640, 640), (640, 400))
"""Width and height of the pictures, in turn."""

CONFIDENCE = 0.001
IOU = 0.6
"""YOLOv5's thresholds for an evaluation."""


@dataclass(frozen=True)
class Score:
    """`table`: float [classes, 10 thresholds]; `truths`: how often each class occurs, int [classes]."""

    pictures: int
    table: np.ndarray
    truths: np.ndarray

    @property
    def map50(self) -> float:
        return float(np.nanmean(self.table[:, 0]))

    @property
    def map50_95(self) -> float:
        return float(np.nanmean(self.table))


class Eye:
    """A model with its input size: the way from a PIL picture to detections in its pixels."""

    def __init__(self, model: torch.nn.Module, size: int) -> None:
        self.model, self.size = model, size

    @torch.no_grad()
    def see(self, picture: Image.Image, confidence: float = 0.25, iou: float = 0.45,
            every_class: bool = False) -> np.ndarray:
        """float [n, 6] left, top, right, bottom, score, class; best first."""
        box = letterbox(picture, self.size)
        output = self.model(box.pixels)[0].numpy()
        found = detections(output, confidence, iou, every_class)
        found[:, :4] = box.back(found[:, :4])
        found[:, 0:4:2] = found[:, 0:4:2].clip(0, picture.width)
        found[:, 1:4:2] = found[:, 1:4:2].clip(0, picture.height)
        return found


def scenes(workshop: Workshop, count: int, seed: int = SEED) -> Iterator[Scene]:
    """The pictures of an evaluation, always the same ones."""
    for index in range(count):
        yield workshop.compose(*SHAPES[index % len(SHAPES)], np.random.default_rng((seed, index)))


def evaluate(eye: Eye, workshop: Workshop, count: int = PICTURES) -> Score:
    """Draws `count` pictures and measures the model on them."""
    tally = Tally(len(NAMES))
    for scene in scenes(workshop, count):
        tally.add(eye.see(scene.picture, CONFIDENCE, IOU, every_class=True), scene.labels)
    return Score(count, tally.table(), tally.truths())
