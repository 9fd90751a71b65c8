"""Batches for training."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from .augment import sample
from .cache import Cache


class Augmented(Dataset):
    """`steps * batch` augmented pictures; every pass over the cache is shuffled anew."""

    def __init__(self, cache: Cache, size: int, count: int, seed: tuple[int, ...]) -> None:
        self.cache, self.size, self.seed = cache, size, seed
        shuffler = np.random.default_rng(seed)
        passes = -(-count // len(cache))
        self.order = np.concatenate([shuffler.permutation(len(cache)) for _ in range(passes)])[:count]

    def __len__(self) -> int:
        return len(self.order)

    def __getitem__(self, position: int) -> tuple[Tensor, Tensor]:
        rng = np.random.default_rng((*self.seed, position))
        picture, labels = sample(self.cache, int(self.order[position]), self.size, rng)
        return torch.from_numpy(picture), torch.from_numpy(labels)


def collate(samples: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    """uint8 [N, H, W, 3] and float [things, 6]: picture in the batch, class, left, top, right, bottom."""
    pictures = torch.stack([picture for picture, _ in samples])
    labels = [torch.cat([torch.full((len(rows), 1), float(i)), rows], 1) for i, (_, rows) in enumerate(samples)]
    return pictures, torch.cat(labels)


def batches(cache: Cache, size: int, steps: int, batch: int, seed: tuple[int, ...],
            done: int = 0) -> Iterator[tuple[Tensor, Tensor]]:
    """`steps` batches, without the first `done`: float [N, 3, H, W] from 0 to 1 in channels_last, and `collate`'s labels."""
    samples = Augmented(cache, size, steps * batch, seed)
    for pictures, labels in DataLoader(samples, batch, sampler=range(done * batch, len(samples)), collate_fn=collate):
        yield pictures.permute(0, 3, 1, 2).float().div_(255), labels
