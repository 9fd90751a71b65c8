"""Backbone, neck and three heads."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .blocks import C3, ConvBnSilu, Sppf

STRIDES: tuple[int, int, int] = (8, 16, 32)
ANCHORS_PER_CELL = 3


@dataclass(frozen=True)
class Shape:
    """Channels after each halving of the picture (strides 2, 4, 8, 16, 32) and bottlenecks per backbone stage."""

    channels: tuple[int, int, int, int, int] = (16, 32, 48, 96, 160)
    depths: tuple[int, int, int, int] = (1, 1, 2, 1)


class Detector(nn.Module):
    """Picture in, raw predictions out.

    Input: float [N, 3, H, W], RGB, 0..1, H and W multiples of 32.
    Output: for strides 8, 16, 32 one float tensor [N, 3 * (5 + classes), H / stride, W / stride] of logits, in the
    order x, y, w, h, objectness, classes for each of the three anchors of a cell.
    """

    def __init__(self, classes: int, anchors: Tensor, shape: Shape = Shape()) -> None:
        """`anchors`: float [3 strides, 3 anchors, 2] widths and heights in input pixels."""
        super().__init__()
        c1, c2, c3, c4, c5 = shape.channels
        d2, d3, d4, d5 = shape.depths
        self.classes = classes
        self.register_buffer("anchors", anchors.clone().float())
        self.stem = ConvBnSilu(3, c1, 6, 2, 2)
        self.stage2 = nn.Sequential(ConvBnSilu(c1, c2, 3, 2), C3(c2, c2, d2))
        self.stage3 = nn.Sequential(ConvBnSilu(c2, c3, 3, 2), C3(c3, c3, d3))
        self.stage4 = nn.Sequential(ConvBnSilu(c3, c4, 3, 2), C3(c4, c4, d4))
        self.stage5 = nn.Sequential(ConvBnSilu(c4, c5, 3, 2), C3(c5, c5, d5), Sppf(c5))
        self.lateral5 = ConvBnSilu(c5, c4)
        self.down4 = C3(2 * c4, c4, 1, shortcut=False)
        self.lateral4 = ConvBnSilu(c4, c3)
        self.out3 = C3(2 * c3, c3, 1, shortcut=False)
        self.step3 = ConvBnSilu(c3, c3, 3, 2)
        self.out4 = C3(2 * c3, c4, 1, shortcut=False)
        self.step4 = ConvBnSilu(c4, c4, 3, 2)
        self.out5 = C3(2 * c4, c5, 1, shortcut=False)
        self.grow = nn.Upsample(scale_factor=2.0, mode="nearest")
        self.heads = nn.ModuleList(nn.Conv2d(c, ANCHORS_PER_CELL * (5 + classes), 1) for c in (c3, c4, c5))
        self._expect_few_objects()

    def forward(self, x: Tensor) -> list[Tensor]:
        p3 = self.stage3(self.stage2(self.stem(x)))
        p4 = self.stage4(p3)
        top5 = self.lateral5(self.stage5(p4))
        top4 = self.lateral4(self.down4(torch.cat([self.grow(top5), p4], 1)))
        n3 = self.out3(torch.cat([self.grow(top4), p3], 1))
        n4 = self.out4(torch.cat([self.step3(n3), top4], 1))
        n5 = self.out5(torch.cat([self.step4(n4), top5], 1))
        return [head(features) for head, features in zip(self.heads, (n3, n4, n5))]

    def _expect_few_objects(self) -> None:
        """Biases such that training starts from eight objects a 640-pixel picture, each class equally likely."""
        for head, stride in zip(self.heads, STRIDES):
            bias = head.bias.detach().view(ANCHORS_PER_CELL, -1)
            bias[:, 4] += math.log(8 / (640 / stride) ** 2)
            bias[:, 5:] += math.log(0.6 / (self.classes - 0.99))
