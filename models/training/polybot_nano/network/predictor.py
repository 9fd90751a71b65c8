"""The detector as it is used: boxes instead of logits."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .decode import decode
from .detector import STRIDES, Detector


class Predictor(nn.Module):
    """Input as of `Detector`; output float [N, boxes, 5 + classes] as of `decode`: first stride 8, then 16 and 32."""

    def __init__(self, detector: Detector) -> None:
        super().__init__()
        self.detector = detector.eval().requires_grad_(False)

    def forward(self, pictures: Tensor) -> Tensor:
        outputs = self.detector(pictures.contiguous(memory_format=torch.channels_last))
        anchors = self.detector.anchors
        return torch.cat([decode(o, anchors[i], float(STRIDES[i])) for i, o in enumerate(outputs)], 1)
