"""The moving average of the weights, which detects better than the weights of the last step."""

from __future__ import annotations

import copy
import math

import torch
from torch import nn


class MovingAverage:
    """Follows a model; the decay grows from 0 to `decay` within some multiples of `ramp` steps."""

    def __init__(self, model: nn.Module, decay: float = 0.999, ramp: float = 600.0) -> None:
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay, self.ramp, self.steps = decay, ramp, 0

    @torch.no_grad()
    def follow(self, model: nn.Module) -> None:
        """Takes one step towards the model's weights and statistics."""
        self.steps += 1
        decay = self.decay * (1 - math.exp(-self.steps / self.ramp))
        followed = model.state_dict()
        for name, value in self.model.state_dict().items():
            if value.dtype.is_floating_point:
                value.lerp_(followed[name], 1 - decay)
            else:
                value.copy_(followed[name])
