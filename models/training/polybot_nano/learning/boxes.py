"""Overlap of boxes. Boxes are float [..., 4] with centre x, centre y, width, height."""

from __future__ import annotations

import math

import torch
from torch import Tensor


def complete_iou(a: Tensor, b: Tensor, eps: float = 1e-7) -> Tensor:
    """Complete IoU (Zheng et al., arXiv 1911.08287) of boxes pairwise: at most 1, less for far or unlike boxes."""
    a_low, a_high = a[..., :2] - a[..., 2:] / 2, a[..., :2] + a[..., 2:] / 2
    b_low, b_high = b[..., :2] - b[..., 2:] / 2, b[..., :2] + b[..., 2:] / 2
    overlap = (torch.minimum(a_high, b_high) - torch.maximum(a_low, b_low)).clamp(min=0).prod(-1)
    union = a[..., 2:].prod(-1) + b[..., 2:].prod(-1) - overlap + eps
    iou = overlap / union
    hull = torch.maximum(a_high, b_high) - torch.minimum(a_low, b_low)
    distance = (a[..., :2] - b[..., :2]).pow(2).sum(-1) / (hull.pow(2).sum(-1) + eps)
    slant = torch.atan(a[..., 2] / (a[..., 3] + eps)) - torch.atan(b[..., 2] / (b[..., 3] + eps))
    unlike = 4 / math.pi**2 * slant.pow(2)
    with torch.no_grad():
        weight = unlike / (1 - iou + unlike + eps)
    return iou - distance - weight * unlike
