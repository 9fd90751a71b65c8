"""NanoDet-g stated in PyTorch, with the preparation of the picture before it and the decoding of its boxes behind it.

Takes RGB from 0 to 1, [N, 3, H, W] with H and W multiples of 32, and answers in YOLOv5's layout, [N, boxes, 5 + 80]: centre,
width and height in input pixels, objectness (always 1) and a score for each class.
"""
import torch
from torch import nn
from torch.nn import functional as F

CLASSES = 80
BINS = 11
STRIDES = (8, 16, 32)
CHANNELS = 128
MEAN_BGR = (103.53, 116.28, 123.675)
DEVIATION_BGR = (57.375, 57.12, 58.395)


def convolution(inputs, outputs, size=3, stride=1):
    return nn.Conv2d(inputs, outputs, size, stride, padding=size // 2)


def activated(inputs, outputs, stride=1):
    return nn.Sequential(convolution(inputs, outputs, stride=stride), nn.LeakyReLU(0.1))


class Halves(nn.Module):
    """Two convolutions behind each other, each of which makes half of the channels."""

    def __init__(self, channels):
        super().__init__()
        self.first = activated(channels, channels // 2)
        self.second = activated(channels // 2, channels // 2)

    def forward(self, x):
        first = self.first(x)
        return torch.cat([self.second(first), first], 1)


class Stage(nn.Module):
    """A cross-stage partial block: twice as many channels go out as come in."""

    def __init__(self, channels, depth, stride):
        super().__init__()
        self.enter = activated(channels, channels, stride)
        self.deep = nn.Sequential(*(Halves(channels) for _ in range(depth)))
        self.leave = activated(channels, channels)

    def forward(self, x):
        x = self.enter(x)
        return torch.cat([self.leave(self.deep(x)), x], 1)


class Boxes(nn.Module):
    """The head of one stride: what each cell proposes."""

    def __init__(self, stride):
        super().__init__()
        self.stride = stride
        self.shared = activated(CHANNELS, CHANNELS)
        self.parts = [CLASSES, 4 * BINS]
        self.out = convolution(CHANNELS, sum(self.parts), size=1)
        self.register_buffer('bins', torch.arange(BINS, dtype=torch.float32) * stride)

    def forward(self, x):
        x = self.out(self.shared(x))
        scores, sides = in_rows(x).split(self.parts, 2)
        # Each side's distance from the cell's centre is spread over bins that lie a stride apart: the mean is taken.
        sides = (F.softmax(sides.reshape(sides.shape[0], sides.shape[1], 4, -1), 3) * self.bins).sum(3)
        before, after = sides.split(2, 2)
        # Counted out of ones instead of taken from the shape, so that no file remembers a size.
        ones = torch.ones_like(x[:, :1])
        centres = in_rows(torch.cat([ones.cumsum(3), ones.cumsum(2)], 1) - 0.5) * self.stride
        return torch.cat([centres + (after - before) / 2, before + after, in_rows(ones), torch.sigmoid(scores)], 2)


class NanoDet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = activated(3, 32, stride=2)
        self.fine = nn.Sequential(Stage(32, 1, 1), Stage(64, 2, 2))
        self.middle = Stage(128, 2, 2)
        self.coarse = Stage(256, 3, 2)
        self.fine_in = convolution(128, CHANNELS, size=1)
        self.middle_in = convolution(256, CHANNELS, size=1)
        self.coarse_in = convolution(512, CHANNELS, size=1)
        self.fine_out, self.middle_out, self.coarse_out = (Boxes(stride) for stride in STRIDES)
        # Zero padding is the mean colour only once the mean is taken off: that much cannot be folded into the convolution.
        self.register_buffer('mean', torch.tensor(MEAN_BGR[::-1]).div(255).reshape(1, 3, 1, 1))

    def forward(self, images):
        # Convolutions of this kind compute faster with the channels of a pixel beside each other.
        x = (images - self.mean).contiguous(memory_format=torch.channels_last)
        fine = self.fine(F.max_pool2d(self.stem(x), 3, 2, 1))
        middle = self.middle(fine)
        coarse = self.coarse_in(self.coarse(middle))
        middle = self.middle_in(middle) + twice(coarse)
        fine = self.fine_in(fine) + twice(middle)
        middle = middle + F.avg_pool2d(fine, 2)
        coarse = coarse + F.avg_pool2d(middle, 2)
        return torch.cat([self.fine_out(fine), self.middle_out(middle), self.coarse_out(coarse)], 1)


def in_rows(x):
    """[N, channels, height, width] as [N, cells, channels]."""
    return x.flatten(2).transpose(1, 2)


def twice(x):
    return F.interpolate(x, scale_factor=2.0, mode='bilinear', align_corners=False)


def load(graph):
    """The network with the graph's weights, ready to compute."""
    network = NanoDet().eval().requires_grad_(False)
    convolutions = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    for module, (weights, bias) in zip(convolutions, graph.convolutions(), strict=True):
        if module.weight.shape != weights.shape:
            raise ValueError(f'the graph has a convolution of {weights.shape} where the network has {tuple(module.weight.shape)}')
        module.weight.copy_(torch.from_numpy(weights.copy()))
        module.bias.copy_(torch.from_numpy(bias.copy()))
    # BGR from 0 to 255 over the deviation, taken by the first convolution's weights.
    first = convolutions[0].weight
    scaled = first * (255 / torch.tensor(DEVIATION_BGR)).reshape(1, 3, 1, 1)
    first.copy_(scaled.flip(1))
    return network.to(memory_format=torch.channels_last)
