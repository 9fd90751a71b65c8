"""The training loop."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import nn

from ..data.cache import Cache
from ..data.dataset import batches
from ..network.detector import Detector
from .average import MovingAverage
from .crew import Crew
from .loss import detection_loss
from .muon import Muon
from .schedule import learning_rate_factor

log = logging.getLogger(__name__)

REPORT = 100
"""Steps between two lines of the log, which tell the mean losses since the last one."""


@dataclass(frozen=True)
class Phase:
    """`steps` batches of `batch` pictures at `size` pixels. With fewer than 16 pictures a process, PyTorch leaves oneDNN for
    its own convolutions, which take half as long again."""

    size: int
    steps: int
    batch: int


@dataclass(frozen=True)
class Plan:
    """How long, how fast, in which sizes. Anchors are the same in all sizes: a smaller one is a window, not a thumbnail."""

    phases: Sequence[Phase]
    learning_rate: float = 4e-3
    weight_decay: float = 0.02
    warm_up: int = 300

    @property
    def steps(self) -> int:
        return sum(phase.steps for phase in self.phases)


def train(model: Detector, cache: Cache, plan: Plan, seed: int, crew: Crew) -> Detector:
    """Trains the model, which is the same in every process of the crew; returns the moving average of its weights."""
    model = model.to(memory_format=torch.channels_last).train()
    average = MovingAverage(model)
    optimizers = _optimizers(model, plan)
    step, began, recent = 0, time.monotonic(), torch.zeros(3)
    for number, phase in enumerate(plan.phases):
        for pictures, labels in batches(cache, phase.size, phase.steps, phase.batch // crew.size,
                                        (seed, number, crew.rank)):
            rate = plan.learning_rate * learning_rate_factor(step, plan.steps, plan.warm_up)
            for group in (group for optimizer in optimizers for group in optimizer.param_groups):
                group["lr"] = rate
            with torch.autocast("cpu", torch.bfloat16, enabled=_has_bfloat16()):
                outputs = model(pictures.contiguous(memory_format=torch.channels_last))
            parts = detection_loss(outputs, labels, model.anchors)
            model.zero_grad(set_to_none=True)
            parts.sum().backward()
            crew.average_gradients(model)
            nn.utils.clip_grad_norm_(model.parameters(), 10.0)
            for optimizer in optimizers:
                optimizer.step()
            average.follow()
            step += 1
            recent += parts.detach()
            if step % REPORT == 0 and crew.rank == 0:
                box, objectness, kind = (recent / REPORT).tolist()
                recent.zero_()
                log.info("step %d/%d  size %d  box %.4f  objectness %.4f  class %.4f  %.1f min", step, plan.steps,
                         phase.size, box, objectness, kind, (time.monotonic() - began) / 60)
    return average.model


def _optimizers(model: Detector, plan: Plan) -> list[torch.optim.Optimizer]:
    """Muon for the kernels of hidden layers, AdamW for all else; biases and batch norm do not decay."""
    outer = {id(p) for layer in (model.stem, model.heads) for p in layer.parameters()}
    kernels = [p for p in model.parameters() if p.ndim > 1]
    others = [{"params": [p for p in kernels if id(p) in outer], "weight_decay": plan.weight_decay},
              {"params": [p for p in model.parameters() if p.ndim <= 1], "weight_decay": 0.0}]
    return [Muon((p for p in kernels if id(p) not in outer), plan.learning_rate, plan.weight_decay),
            torch.optim.AdamW(others, plan.learning_rate, betas=(0.9, 0.99), fused=True)]


def _has_bfloat16() -> bool:
    """Whether this processor multiplies bfloat16 natively; elsewhere it would only be slower."""
    return "avx512_bf16" in open("/proc/cpuinfo", encoding="ascii", errors="replace").read()
