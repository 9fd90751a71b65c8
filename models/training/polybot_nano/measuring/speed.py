"""How long one forward pass takes."""

from __future__ import annotations

import time

import torch


@torch.no_grad()
def forward_ms(model: torch.nn.Module, size: int, threads: int, rounds: int = 200) -> float:
    """Median time of a forward pass over one square picture of `size` pixels, in milliseconds."""
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    picture = torch.rand(1, 3, size, size)
    times = []
    for _ in range(rounds + 10):
        began = time.perf_counter()
        model(picture)
        times.append(time.perf_counter() - began)
    torch.set_num_threads(before)
    return sorted(times[10:])[rounds // 2] * 1000
