"""The learning rate over the steps: linear warm-up, then half a cosine."""

from __future__ import annotations

import math


def learning_rate_factor(step: int, steps: int, warm_up: int, last: float = 0.02) -> float:
    """Factor from 0 to 1 on the greatest learning rate; ends at `last`."""
    if step < warm_up:
        return (step + 1) / warm_up
    progress = (step - warm_up) / max(1, steps - warm_up)
    return last + (1 - last) * (1 + math.cos(math.pi * progress)) / 2
