"""The training loop."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from torch import Tensor, nn

from ..data.cache import Cache
from ..data.dataset import batches
from ..network.detector import Detector
from .average import MovingAverage
from .crew import Crew
from .loss import detection_loss
from .muon import Muon
from .progress import Progress
from .schedule import learning_rate_factor

log = logging.getLogger(__name__)

REPORT = 100
"""Steps between two lines of the log, which tell the mean losses since the last one."""

KEEP = 500
"""Steps between two writings of what was reached."""


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


def train(model: Detector, drawn: Cache, plan: Plan, seed: int, crew: Crew, file: Path) -> Detector:
    """Trains the model, which is the same in every process of the crew; returns the moving average of its weights.

    `file` keeps what was reached. If it is there, training goes on from it, as if it had never stopped.
    """
    model = model.to(memory_format=torch.channels_last).train()
    average = MovingAverage(model)
    optimizers = _optimizers(model, plan)
    progress = Progress(file, (model, average, *optimizers))
    step = first = progress.restore()
    if first and crew.rank == 0:
        log.info("goes on after step %d", first)
    began, recent = time.monotonic(), torch.zeros(3)
    for size, pictures, labels in _batches_after(first, drawn, plan, seed, crew):
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
                     size, box, objectness, kind, (time.monotonic() - began) / 60)
        if step % KEEP == 0 and crew.rank == 0:
            progress.keep(step)
    return average.model


def _batches_after(first: int, drawn: Cache, plan: Plan, seed: int,
                   crew: Crew) -> Iterator[tuple[int, Tensor, Tensor]]:
    """This process's part of what is left after `first` steps: size in pixels, pictures, labels."""
    for number, phase in enumerate(plan.phases):
        done = min(first, phase.steps)
        first -= done
        own = phase.batch // crew.size
        for pictures, labels in batches(drawn, phase.size, phase.steps, own, (seed, number, crew.rank), done):
            yield phase.size, pictures, labels


def _optimizers(model: Detector, plan: Plan) -> list[torch.optim.Optimizer]:
    """Muon for the kernels of hidden layers, AdamW for all else; biases and batch norm do not decay."""
    outer = {id(p) for layer in (model.stem, model.heads) for p in layer.parameters()}
    kernels = [p for p in model.parameters() if p.ndim > 1]
    others = [{"params": [p for p in kernels if id(p) in outer], "weight_decay": plan.weight_decay},
              {"params": [p for p in model.parameters() if p.ndim <= 1], "weight_decay": 0.0}]
    return [Muon((p for p in kernels if id(p) not in outer), plan.learning_rate, plan.weight_decay),
            torch.optim.AdamW(others, plan.learning_rate, betas=(0.9, 0.99), fused=True)]


@cache
def _has_bfloat16() -> bool:
    """Whether this processor multiplies bfloat16 natively; elsewhere it would only be slower."""
    return "avx512_bf16" in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
