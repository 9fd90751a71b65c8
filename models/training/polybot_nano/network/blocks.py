"""The building blocks of YOLOv5 v6. Every tensor is [N, C, H, W]."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class ConvBnSilu(nn.Module):
    """Convolution, batch norm, SiLU. H and W are divided by `stride`."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 1, stride: int = 1, padding: int | None = None) -> None:
        super().__init__()
        padding = kernel // 2 if padding is None else padding
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)
        self.norm = nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03)
        self.act = nn.SiLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self.norm(self.conv(x)))


class Bottleneck(nn.Module):
    """1x1 then 3x3; with `shortcut` the input is added."""

    def __init__(self, channels: int, shortcut: bool) -> None:
        super().__init__()
        self.reduce = ConvBnSilu(channels, channels, 1)
        self.widen = ConvBnSilu(channels, channels, 3)
        self.shortcut = shortcut

    def forward(self, x: Tensor) -> Tensor:
        y = self.widen(self.reduce(x))
        return x + y if self.shortcut else y


class C3(nn.Module):
    """Cross-stage partial block with three convolutions: half of the channels pass through `depth` bottlenecks."""

    def __init__(self, inputs: int, outputs: int, depth: int = 1, shortcut: bool = True) -> None:
        super().__init__()
        half = outputs // 2
        self.deep = ConvBnSilu(inputs, half)
        self.flat = ConvBnSilu(inputs, half)
        self.body = nn.Sequential(*(Bottleneck(half, shortcut) for _ in range(depth)))
        self.merge = ConvBnSilu(2 * half, outputs)

    def forward(self, x: Tensor) -> Tensor:
        return self.merge(torch.cat([self.body(self.deep(x)), self.flat(x)], 1))


class Sppf(nn.Module):
    """Spatial pyramid pooling, fast: three chained 5x5 max pools see 5, 9 and 13 cells."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        half = channels // 2
        self.reduce = ConvBnSilu(channels, half)
        self.merge = ConvBnSilu(4 * half, channels)
        self.pool = nn.MaxPool2d(5, 1, 2)

    def forward(self, x: Tensor) -> Tensor:
        x = self.reduce(x)
        near = self.pool(x)
        mid = self.pool(near)
        return self.merge(torch.cat([x, near, mid, self.pool(mid)], 1))
