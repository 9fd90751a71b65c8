"""Which cells and anchors are to predict which box: YOLOv5's rule.

An anchor answers for a box when neither side differs by a factor of four or more. The cell of the box's centre answers,
and of its four neighbours the one nearest in x and the one nearest in y.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

GREATEST_RATIO = 4.0
NEIGHBOURHOOD = 0.5


@dataclass(frozen=True)
class Assignment:
    """For one stride, one entry per (box, anchor, cell) that answers for it; all of length k."""

    picture: Tensor
    anchor: Tensor
    row: Tensor
    column: Tensor
    centre: Tensor
    """float [k, 2]: centre of the box from the cell's corner, in cells, -0.5..1.5."""
    shape: Tensor
    """float [k, 2]: width and height of the box in cells."""
    kind: Tensor
    """Class indices."""


def assign(labels: Tensor, anchors: Tensor, rows: int, columns: int, stride: int) -> Assignment:
    """`labels`: float [things, 6] picture, class, left, top, right, bottom; `anchors`: float [3, 2]; all in pixels."""
    shape = (labels[:, 4:6] - labels[:, 2:4]) / stride
    centre = (labels[:, 4:6] + labels[:, 2:4]) / (2 * stride)
    ratio = shape[None] / (anchors[:, None] / stride)
    fits = torch.maximum(ratio, 1 / ratio).amax(2) < GREATEST_RATIO
    anchor, thing = fits.nonzero(as_tuple=True)

    from_low = centre[thing]
    from_high = torch.tensor([columns, rows], dtype=centre.dtype) - from_low
    towards_low = (from_low % 1 < NEIGHBOURHOOD) & (from_low > 1)
    towards_high = (from_high % 1 < NEIGHBOURHOOD) & (from_high > 1)
    answers = torch.stack([torch.ones(len(thing), dtype=torch.bool),
                           towards_low[:, 0], towards_low[:, 1], towards_high[:, 0], towards_high[:, 1]])
    steps = torch.tensor([[0, 0], [-1, 0], [0, -1], [1, 0], [0, 1]])
    direction, pair = answers.nonzero(as_tuple=True)
    thing, anchor = thing[pair], anchor[pair]
    home = centre[thing].long().clamp(min=0)
    cell = home + steps[direction]
    column, row = cell[:, 0].clamp(0, columns - 1), cell[:, 1].clamp(0, rows - 1)
    corner = torch.stack([column, row], 1).to(centre.dtype)
    return Assignment(labels[thing, 0].long(), anchor, row, column, centre[thing] - corner, shape[thing],
                      labels[thing, 1].long())
