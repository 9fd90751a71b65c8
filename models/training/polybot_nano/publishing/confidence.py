"""Sets how sure the model says it is: 0.25, from which on everybody shows a box, is to be where it does best.

What a score is worth depends on the training; that boxes are shown from 0.25 is a custom of YOLOv5's users and tools. The
order of the scores, and with it average precision, stays nearly the same.
"""

from __future__ import annotations

import numpy as np
import torch

from ..catalogue import NAMES
from ..drawing.compose import TRAINED
from ..measuring.average_precision import Tally
from ..measuring.evaluate import Eye, scenes
from ..network.detector import ANCHORS_PER_CELL, Detector

SHOWN = 0.25
"""The score from which on a box is shown."""

PICTURES = 600
SEED = 19_690_720
"""New pictures of the trained kind, which are in no training and in no evaluation."""

_FAINT = 0.05
"""Scores below this are never the best ones to show from."""


def best_score_to_show(eye: Eye) -> float:
    """The score from which on the model should show boxes, on pictures drawn for this."""
    tally = Tally(len(NAMES))
    for scene in scenes(TRAINED, PICTURES, SEED):
        tally.add(eye.see(scene.picture, _FAINT), scene.labels)
    return best_threshold(*tally.detections(), int(tally.truths().sum()))


def best_threshold(scores: np.ndarray, hits: np.ndarray, things: int) -> float:
    """The threshold of the greatest F1. `scores` [n]; `hits` [n]: which are right; `things`: how many there were to find."""
    order = (-scores).argsort(kind="stable")
    right, shown = hits[order].cumsum(), np.arange(1, len(order) + 1)
    return float(scores[order][(2 * right / (shown + things)).argmax()])


@torch.no_grad()
def rename_score(detector: Detector, score: float, name: float = SHOWN) -> None:
    """Shifts the logits of objectness, in place, so that what had a `score` has `name` instead."""
    shift = torch.logit(torch.tensor(name)) - torch.logit(torch.tensor(score))
    for head in detector.heads:
        head.bias.view(ANCHORS_PER_CELL, -1)[:, 4] += shift
