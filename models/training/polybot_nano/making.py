"""From nothing to the exported model."""

from __future__ import annotations

import logging
from pathlib import Path

import torch

from .catalogue import NAMES
from .data import anchors, cache
from .data.cache import SIZE
from .fingerprint import fingerprint
from .learning.crew import Crew, work_together
from .learning.train import train
from .network.detector import Detector
from .publishing.export import export
from .recipe import Recipe

log = logging.getLogger(__name__)


def make(recipe: Recipe, seed: int, processes: int, folder: Path, models: Path) -> None:
    """Draws the training pictures into `folder`, trains on them and exports into `models`."""
    cache.draw(folder, recipe.pictures, seed, processes)
    models.mkdir(parents=True, exist_ok=True)
    work_together(processes, _teach, recipe, seed, folder, models)


def _teach(crew: Crew, recipe: Recipe, seed: int, folder: Path, models: Path) -> None:
    """What each process does: trains; the first one exports."""
    set_up_log()
    drawn = cache.draw(folder, recipe.pictures, seed, 1)
    torch.manual_seed(seed)
    fresh = Detector(len(NAMES), anchors.fit(drawn.labels, seed))
    progress = folder / f"training-{seed}-{recipe.pictures}-{recipe.plan.steps}-{fingerprint('.')}.pt"
    trained = train(fresh, drawn, recipe.plan, seed, crew, progress)
    if crew.rank == 0:
        log.info("exported %s", export(trained, SIZE, models))
        progress.unlink(missing_ok=True)


def set_up_log() -> None:
    """One line a message, with the time of day."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
