"""From the network's output to detections: threshold, best classes, non-maximum suppression."""

from __future__ import annotations

import numpy as np

KEPT = 300
"""Most detections of a picture, as in YOLOv5."""


def overlaps(box: np.ndarray, others: np.ndarray) -> np.ndarray:
    """IoU of one box with others [n, 4]; all left, top, right, bottom."""
    low, high = np.maximum(box[:2], others[:, :2]), np.minimum(box[2:], others[:, 2:])
    overlap = (high - low).clip(0).prod(1)
    areas = (others[:, 2:] - others[:, :2]).prod(1)
    return overlap / ((box[2:] - box[:2]).prod() + areas - overlap + 1e-9)


def detections(output: np.ndarray, confidence: float, iou: float, every_class: bool = False) -> np.ndarray:
    """float [n, 6] left, top, right, bottom, score, class; best first. Classes do not suppress each other.

    `output`: [boxes, 5 + classes] of one picture. The score is objectness times class score. With `every_class` a box
    counts once for each class above the threshold, as in an evaluation; otherwise for its best class only.
    """
    output = output[output[:, 4] > confidence]
    scores = output[:, 5:] * output[:, 4:5]
    if every_class:
        rows, kinds = np.nonzero(scores > confidence)
    else:
        kinds = scores.argmax(1)
        rows = np.flatnonzero(scores[np.arange(len(scores)), kinds] > confidence)
        kinds = kinds[rows]
    centre, half = output[rows, :2], output[rows, 2:4] / 2
    found = np.concatenate([centre - half, centre + half, scores[rows, kinds][:, None], kinds[:, None]], 1)
    found = found[(-found[:, 4]).argsort(kind="stable")[:3000]]
    kept = [_suppress(found[found[:, 5] == kind], iou) for kind in np.unique(found[:, 5])]
    found = np.concatenate(kept) if kept else found
    return found[(-found[:, 4]).argsort(kind="stable")[:KEPT]]


def _suppress(found: np.ndarray, iou: float) -> np.ndarray:
    """Keeps of overlapping detections of one class, sorted by score, the best."""
    kept = []
    while len(found):
        kept.append(found[0])
        found = found[1:][overlaps(found[0, :4], found[1:, :4]) <= iou]
    return np.array(kept)
