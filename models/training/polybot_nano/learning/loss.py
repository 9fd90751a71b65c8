"""What a prediction costs: CIoU for boxes, binary cross-entropy for objectness and classes, weighted."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from ..network.detector import ANCHORS_PER_CELL, STRIDES
from .assignment import assign
from .boxes import complete_iou


@dataclass(frozen=True)
class Weights:
    """Weights of the three parts, and of objectness at strides 8, 16 and 32."""

    box: float = 0.3
    objectness: float = 0.7
    kind: float = 2.0
    strides: tuple[float, float, float] = (4.0, 1.0, 0.4)


def detection_loss(outputs: list[Tensor], labels: Tensor, anchors: Tensor, weights: Weights = Weights()) -> Tensor:
    """Loss of a batch, a vector of three: box, objectness, class, each already weighted.

    `outputs`: logits as of `Detector.forward`; `labels`: float [things, 6] picture, class, left, top, right, bottom in
    pixels; `anchors`: float [3, 3, 2] in pixels.
    """
    parts = torch.zeros(3)
    for level, (logits, stride) in enumerate(zip(outputs, STRIDES)):
        pictures, channels, rows, columns = logits.shape
        logits = logits.view(pictures, ANCHORS_PER_CELL, channels // ANCHORS_PER_CELL, rows, columns)
        wanted = torch.zeros(pictures, ANCHORS_PER_CELL, rows, columns)
        found = assign(labels, anchors[level], rows, columns, stride)
        if len(found.picture):
            mine = logits[found.picture, found.anchor, :, found.row, found.column].float()
            centre = mine[:, :2].sigmoid() * 2 - 0.5
            shape = (mine[:, 2:4].sigmoid() * 2).pow(2) * (anchors[level, found.anchor] / stride)
            iou = complete_iou(torch.cat([centre, shape], 1), torch.cat([found.centre, found.shape], 1))
            wanted[found.picture, found.anchor, found.row, found.column] = iou.detach().clamp(min=0)
            kinds = F.one_hot(found.kind, mine.shape[1] - 5).float()
            parts = parts + torch.stack([
                weights.box * (1 - iou).mean(),
                torch.zeros(()),
                weights.kind * F.binary_cross_entropy_with_logits(mine[:, 5:], kinds),
            ])
        objectness = F.binary_cross_entropy_with_logits(logits[:, :, 4].float(), wanted)
        parts = parts + torch.stack([torch.zeros(()), weights.objectness * weights.strides[level] * objectness,
                                     torch.zeros(())])
    return parts
