"""Training pictures, drawn once and kept on disk, for drawing one takes longer than learning from it."""

from __future__ import annotations

import logging
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np

from ..drawing.compose import TRAINED
from ..fingerprint import fingerprint

log = logging.getLogger(__name__)

SIZE = 320
"""Width and height of a training picture in pixels."""

_BATCH = 100


@dataclass(frozen=True)
class Cache:
    """`pictures`: uint8 [n, SIZE, SIZE, 3]; `labels` of each: float32 [things, 5] class, left, top, right, bottom."""

    pictures: np.ndarray
    labels: list[np.ndarray]

    def __len__(self) -> int:
        return len(self.labels)


def draw(folder: Path, count: int, seed: int, processes: int) -> Cache:
    """Draws `count` pictures into the folder, or opens those that the same seed and the same program left there."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{seed}-{count}-{fingerprint('catalogue.py', 'drawing')}"
    picture_file = folder / f"pictures-{stem}.u8"
    label_file = folder / f"labels-{stem}.npy"
    shape = (count, SIZE, SIZE, 3)
    if not label_file.exists():
        np.memmap(picture_file, np.uint8, "w+", shape=shape).flush()
        starts = range(0, count, _BATCH)
        parts = []
        with ProcessPoolExecutor(processes) as pool:
            for part in pool.map(_draw_some, repeat(picture_file), repeat(shape), starts, repeat(seed)):
                parts.extend(part)
                if len(parts) % 1000 == 0:
                    log.info("drew %d of %d pictures", len(parts), count)
        rows = [np.insert(labels, 0, index, axis=1) for index, labels in enumerate(parts)]
        np.save(label_file, np.concatenate(rows).astype(np.float32))
    rows = np.load(label_file)
    labels = [rows[rows[:, 0] == index][:, 1:] for index in range(count)]
    return Cache(np.memmap(picture_file, np.uint8, "r", shape=shape), labels)


def _draw_some(file: Path, shape: tuple[int, ...], start: int, seed: int) -> list[np.ndarray]:
    """Draws one batch into the shared file; every picture has a generator of its own."""
    pictures = np.memmap(file, np.uint8, "r+", shape=shape)
    labels = []
    for index in range(start, min(start + _BATCH, shape[0])):
        scene = TRAINED.compose(SIZE, SIZE, np.random.default_rng((seed, index)))
        pictures[index] = np.asarray(scene.picture)
        labels.append(scene.labels)
    pictures.flush()
    return labels
