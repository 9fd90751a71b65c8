"""Several processes that train one model together, each on its part of every batch.

On a processor this is faster than one process with as many threads: the processes meet once a step, the threads at
every layer.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as distributed
import torch.multiprocessing as multiprocessing
from torch import nn


@dataclass(frozen=True)
class Crew:
    """One process's view: its number, and how many there are."""

    rank: int
    size: int

    def average_gradients(self, model: nn.Module) -> None:
        """Replaces every gradient by its mean over all processes."""
        gradients = [p.grad for p in model.parameters()]
        together = torch.cat([g.reshape(-1) for g in gradients])
        distributed.all_reduce(together)
        together /= self.size
        for gradient, mean in zip(gradients, together.split([g.numel() for g in gradients])):
            gradient.copy_(mean.view_as(gradient))


def work_together(size: int, work: Callable[..., None], *arguments: object) -> None:
    """Runs `work(crew, *arguments)` in `size` processes and waits for them; `work` is a function of a module."""
    with tempfile.TemporaryDirectory() as folder:
        multiprocessing.spawn(_member, (size, Path(folder) / "meeting", work, arguments), nprocs=size)


def _member(rank: int, size: int, meeting: Path, work: Callable[..., None], arguments: tuple) -> None:
    os.environ["GLOO_SOCKET_IFNAME"] = "lo"
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=size)
    work(Crew(rank, size), *arguments)
    distributed.destroy_process_group()
