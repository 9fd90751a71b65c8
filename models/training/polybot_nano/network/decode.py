"""From logits to boxes in pixels, for pictures of any size: the last layer of the exported model."""

from __future__ import annotations

import torch
from torch import Tensor


@torch.jit.script
def decode(logits: Tensor, anchors: Tensor, stride: float) -> Tensor:
    """YOLOv5's box decoding for one stride.

    `logits`: [N, 3 * (5 + classes), H, W]; `anchors`: float [3, 2] in pixels. Returns [N, 3 * H * W, 5 + classes]:
    centre x, centre y, width, height in input pixels, objectness, class scores. Scripted and not traced, for the grid
    has to follow the size of the picture at hand.
    """
    pictures, channels, rows, columns = logits.shape
    cells = logits.view(pictures, 3, channels // 3, rows, columns).permute(0, 1, 3, 4, 2).sigmoid()
    x = torch.arange(columns, dtype=logits.dtype, device=logits.device).view(1, columns).expand(rows, columns)
    y = torch.arange(rows, dtype=logits.dtype, device=logits.device).view(rows, 1).expand(rows, columns)
    corner = torch.stack([x, y], 2)
    centre = (cells[..., 0:2] * 2.0 - 0.5 + corner) * stride
    shape = (cells[..., 2:4] * 2.0).pow(2.0) * anchors.view(1, 3, 1, 1, 2)
    return torch.cat([centre, shape, cells[..., 4:]], 4).reshape(pictures, 3 * rows * columns, channels // 3)
