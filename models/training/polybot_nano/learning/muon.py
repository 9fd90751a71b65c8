"""Muon: momentum whose matrices are made orthogonal before each step, so that rare directions are learnt as fast as frequent ones.

Keller Jordan and others, "Muon: An optimizer for hidden layers in neural networks", 2024; the scale of a step is that of
Liu and others, "Muon is scalable for LLM training", arXiv 2502.16982. PyTorch's own takes matrices only and computes in
bfloat16, which is slow on processors that do not have it; here a convolution's kernel counts as a matrix with a row for
each output channel.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""Of the odd polynomial that drives every singular value to about 1 within five rounds."""


class Muon(torch.optim.Optimizer):
    """For the kernels of hidden layers; `lr` is of the size that AdamW would get."""

    def __init__(self, kernels: Iterable[nn.Parameter], lr: float, weight_decay: float, momentum: float = 0.95) -> None:
        super().__init__(kernels, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self) -> None:
        """Moves every kernel against its orthogonalised Nesterov momentum."""
        for group in self.param_groups:
            for kernel in group["params"]:
                state = self.state[kernel]
                if not state:
                    state["velocity"] = torch.zeros_like(kernel)
                velocity = state["velocity"].lerp_(kernel.grad, 1 - group["momentum"])
                ahead = kernel.grad.lerp(velocity, group["momentum"]).flatten(1)
                move = orthogonal(ahead) * (0.2 * max(ahead.shape) ** 0.5)
                kernel.mul_(1 - group["lr"] * group["weight_decay"])
                kernel.sub_(move.view_as(kernel), alpha=group["lr"])


def orthogonal(matrix: Tensor, rounds: int = 5) -> Tensor:
    """Roughly U V' of the matrix's singular value decomposition U S V', by Newton and Schulz's iteration."""
    a, b, c = COEFFICIENTS
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if tall else matrix
    x = x / (x.norm() + 1e-7)
    for _ in range(rounds):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.T if tall else x
