"""How well boxes fit labelled photos, wherever the boxes come from.

A box is right at an overlap t when a label of its class in its photo, not taken by a surer box, has an intersection over union
of at least t with it; of several the nearest is taken. Average precision is COCO's: precision interpolated at 101 recalls,
averaged over the classes that have labels, with at most the 100 surest boxes of a photo. mAP50-95 averages t from .50 to .95 in
steps of .05. Precision, recall and F1 count all classes together at t = .50.
"""
from typing import NamedTuple

import numpy as np

from .detect import COCO_CLASSES, Boxes, iou

OVERLAPS = np.arange(0.5, 1, 0.05)
RECALLS = np.linspace(0, 1, 101)
MOST_BOXES = 100


def labels(file, width, height):
    """Labels in YOLO's text format, lines of: class, centre, size, as shares of the photo."""
    text = file.read_text() if file.exists() else ''
    rows = np.array([line.split() for line in text.splitlines() if line.strip()], float).reshape(-1, 5)
    centre, half = rows[:, 1:3], rows[:, 3:5] / 2
    edges = np.concatenate([centre - half, centre + half], 1) * ([width, height] * 2)
    return Boxes(edges, np.ones(len(rows)), rows[:, 0].astype(int))


def boxes_of(photo):
    """Boxes as they stand in JSON: [{"class": "cat", "confidence": 0.9, "box": [x1, y1, x2, y2]}, ...]."""
    rows = sorted(photo, key=lambda box: -box['confidence'])
    edges = np.array([row['box'] for row in rows], float).reshape(-1, 4)
    return Boxes(edges, np.array([row['confidence'] for row in rows]), np.array([COCO_CLASSES.index(row['class']) for row in rows], int))


def json_of(boxes):
    return [
        {'class': COCO_CLASSES[c], 'confidence': round(float(confidence), 4), 'box': [round(float(edge), 1) for edge in edges]}
        for edges, confidence, c in zip(*boxes)
    ]


class Judged(NamedTuple):
    """The surest boxes of one photo, whether each is right at each overlap, and the labels' classes."""

    boxes: Boxes
    hits: np.ndarray
    labels: np.ndarray


def judged(boxes, truth):
    surest = boxes.where(slice(MOST_BOXES))
    return Judged(surest, _hits(surest, truth), truth.classes)


class Judgement:
    """Of a list of judged photos."""

    def __init__(self, photos):
        confidences = np.concatenate([photo.boxes.confidences for photo in photos])
        order = np.argsort(-confidences, kind='stable')
        self._confidences = confidences[order]
        self._classes = np.concatenate([photo.boxes.classes for photo in photos])[order]
        self._hits = np.concatenate([photo.hits for photo in photos])[order]
        self._labels = np.concatenate([photo.labels for photo in photos])

    def average_precision(self):
        """mAP50 and mAP50-95."""
        by_overlap = np.mean([self._average_precision_of(c) for c in np.unique(self._labels)], 0)
        return by_overlap[0], by_overlap.mean()

    def at(self, confidence):
        """Precision, recall and F1 of the boxes above that confidence."""
        count = (self._confidences > confidence).sum()
        right = self._hits[:count, 0].sum()
        return right / max(count, 1), right / len(self._labels), 2 * right / (count + len(self._labels))

    def best_confidence(self):
        """Where F1 is greatest, in hundredths."""
        return max(np.arange(0.05, 0.8, 0.01).round(2), key=lambda confidence: self.at(confidence)[2])

    def _average_precision_of(self, c):
        hits = self._hits[self._classes == c]
        right = hits.cumsum(0)
        recall = right / (self._labels == c).sum()
        precision = right / np.arange(1, len(hits) + 1)[:, None]
        return [_interpolated(recall[:, t], precision[:, t]) for t in range(len(OVERLAPS))]


def _interpolated(recall, precision):
    envelope = np.append(np.maximum.accumulate(precision[::-1])[::-1], 0)
    return envelope[np.searchsorted(recall, RECALLS - 1e-9)].mean()


def _hits(boxes, truth):
    hits = np.zeros((len(boxes.classes), len(OVERLAPS)), bool)
    taken = np.zeros((len(truth.classes), len(OVERLAPS)), bool)
    overlaps = np.arange(len(OVERLAPS))
    for i, (edges, _, c) in enumerate(zip(*boxes)):
        if c in truth.classes:
            near = np.where(truth.classes == c, iou(edges, truth.edges), 0)
            free = np.where(taken, 0, near[:, None])
            nearest = free.argmax(0)
            hits[i] = free[nearest, overlaps] >= OVERLAPS - 1e-9
            taken[nearest[hits[i]], overlaps[hits[i]]] = True
    return hits
