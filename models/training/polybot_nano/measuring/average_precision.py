"""Average precision as COCO defines it: 101 recall points, IoU 0.50, 0.55 ... 0.95."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .suppression import overlaps

THRESHOLDS = np.arange(0.5, 1.0, 0.05)
RECALL_POINTS = np.linspace(0, 1, 101)


def average_precision(scores: np.ndarray, hits: np.ndarray, truths: int) -> float:
    """Area under the precision envelope. `scores` [n], `hits` [n] bool, `truths`: number of things to be found."""
    if truths == 0:
        return float("nan")
    order = (-scores).argsort(kind="stable")
    found = hits[order].cumsum()
    recall, precision = found / truths, found / np.arange(1, len(order) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    reached = np.searchsorted(recall, RECALL_POINTS, side="left")
    return float(np.append(envelope, 0.0)[reached.clip(max=len(envelope))].mean())


@dataclass
class Tally:
    """Collects detections and truths picture by picture; then tells the average precision of each class."""

    classes: int
    _found: list[np.ndarray] = field(default_factory=list)
    """Per picture [n, 2 + thresholds]: class, score, hit at each threshold."""
    _truths: list[np.ndarray] = field(default_factory=list)

    def add(self, found: np.ndarray, labels: np.ndarray) -> None:
        """`found` [n, 6] left, top, right, bottom, score, class, best first; `labels` [m, 5] class, left, top, ..."""
        hits = np.zeros((len(found), len(THRESHOLDS)), bool)
        for kind in np.unique(found[:, 5]) if len(found) else ():
            mine = np.flatnonzero(found[:, 5] == kind)
            truths = labels[labels[:, 0] == kind, 1:]
            if len(truths):
                table = np.stack([overlaps(found[i, :4], truths) for i in mine])
                for column, threshold in enumerate(THRESHOLDS):
                    hits[mine, column] = _match(table, threshold)
        self._found.append(np.concatenate([found[:, [5, 4]], hits], 1))
        self._truths.append(labels[:, 0].astype(int))

    def table(self) -> np.ndarray:
        """float [classes, thresholds]; NaN for a class that never occurs."""
        found = np.concatenate(self._found)
        truths = self.truths()
        return np.array([[average_precision(mine[:, 1], mine[:, 2 + column] > 0, truths[kind])
                          for column in range(len(THRESHOLDS))]
                         for kind in range(self.classes) for mine in [found[found[:, 0] == kind]]])

    def detections(self) -> tuple[np.ndarray, np.ndarray]:
        """The score of each detection, and whether it is right at IoU 0.50: float [n], bool [n]."""
        found = np.concatenate(self._found)
        return found[:, 1], found[:, 2] > 0

    def truths(self) -> np.ndarray:
        """How often each class occurs, int [classes]."""
        return np.bincount(np.concatenate(self._truths), minlength=self.classes)


def _match(table: np.ndarray, threshold: float) -> np.ndarray:
    """Each detection, best first, takes the free truth that it covers best, if well enough. `table`: IoU [n, m]."""
    free = np.ones(table.shape[1], bool)
    hits = np.zeros(len(table), bool)
    for row, overlap in enumerate(table):
        overlap = np.where(free, overlap, -1)
        best = int(overlap.argmax())
        if overlap[best] >= threshold:
            hits[row], free[best] = True, False
    return hits
