"""Where things stand. A layout yields places: centre and length of the longer side, in parts of the picture's size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator


@dataclass(frozen=True)
class Place:
    """`x` and `y` from 0 to 1 in width and height; `size` in parts of the picture's longer side."""

    x: float
    y: float
    size: float


Layout = Callable[[Generator], list[Place]]


def scattered(rng: Generator) -> list[Place]:
    """Anywhere, in any size."""
    return [Place(*rng.uniform(0.04, 0.96, 2), _any_size(rng)) for _ in range(int(rng.integers(2, 11)))]


def close_up(rng: Generator) -> list[Place]:
    """One or two large things."""
    return [Place(*rng.uniform(0.25, 0.75, 2), rng.uniform(0.35, 0.85)) for _ in range(int(rng.integers(1, 3)))]


def row(rng: Generator) -> list[Place]:
    """Side by side on one line."""
    count = int(rng.integers(3, 7))
    y, size = rng.uniform(0.3, 0.8), rng.uniform(0.6, 1.1) / count
    return [Place((i + 0.5) / count, y + rng.uniform(-0.03, 0.03), size * rng.uniform(0.8, 1.2)) for i in range(count)]


def crowd(rng: Generator) -> list[Place]:
    """Close together, hiding each other in part."""
    centre, reach = rng.uniform(0.3, 0.7, 2), rng.uniform(0.15, 0.3)
    return [Place(*(centre + rng.normal(0, reach, 2)).clip(0.05, 0.95), rng.uniform(0.12, 0.35))
            for _ in range(int(rng.integers(4, 10)))]


def swarm(rng: Generator) -> list[Place]:
    """Many small things."""
    return [Place(*rng.uniform(0.04, 0.96, 2), rng.uniform(0.1, 0.18)) for _ in range(int(rng.integers(6, 14)))]


def shelves(rng: Generator) -> list[Place]:
    """Boards above each other. Evaluation only."""
    boards = int(rng.integers(2, 4))
    return [Place(x, (board + 0.5) / boards, rng.uniform(0.4, 0.8) / max(boards, 3))
            for board in range(boards) for x in np.arange(0.15, 0.95, rng.uniform(0.2, 0.35))]


def ring(rng: Generator) -> list[Place]:
    """Around the middle. Evaluation only."""
    count, reach = int(rng.integers(4, 9)), rng.uniform(0.25, 0.38)
    size = rng.uniform(0.5, 1.1) * 2 * np.pi * reach / count
    return [Place(0.5 + reach * np.cos(a), 0.5 + reach * np.sin(a), max(0.1, size * rng.uniform(0.7, 1.0)))
            for a in np.arange(count) * 2 * np.pi / count + rng.uniform(0, 6.28)]


def depth(rng: Generator) -> list[Place]:
    """The lower in the picture, the nearer and larger. Evaluation only."""
    return [Place(rng.uniform(0.06, 0.94), 0.3 + 0.6 * near, 0.1 + 0.3 * near * rng.uniform(0.7, 1.2))
            for near in np.sort(rng.uniform(0, 1, int(rng.integers(4, 11))))]


def _any_size(rng: Generator) -> float:
    return float(np.exp(rng.uniform(np.log(0.1), np.log(0.6))))


TRAINED: Sequence[Layout] = (scattered, scattered, scattered, close_up, row, crowd, swarm)
HELD_OUT: Sequence[Layout] = (shelves, ring, depth, depth)
