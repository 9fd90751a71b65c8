"""The moving average of the weights, which detects better than the weights of the last step."""

from __future__ import annotations

import copy
import math

import torch
from torch import nn


class MovingAverage:
    """Follows a model that is trained in place; the decay grows from 0 to `decay` over `ramp` steps."""

    def __init__(self, model: nn.Module, decay: float = 0.999, ramp: float = 600.0) -> None:
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay, self.ramp, self.steps = decay, ramp, 0
        states = self.model.state_dict().values(), model.state_dict().values()
        self._pairs = [(mine, theirs) for mine, theirs in zip(*states) if mine.dtype.is_floating_point]

    @torch.no_grad()
    def follow(self) -> None:
        """Takes one step towards the weights and statistics of the model in training."""
        self.steps += 1
        decay = self.decay * (1 - math.exp(-self.steps / self.ramp))
        for mine, theirs in self._pairs:
            mine.lerp_(theirs, 1 - decay)

    def state_dict(self) -> dict:
        """All that the next steps depend on."""
        return {"model": self.model.state_dict(), "steps": self.steps}

    def load_state_dict(self, state: dict) -> None:
        """Goes on from what `state_dict` gave."""
        self.model.load_state_dict(state["model"])
        self.steps = state["steps"]
