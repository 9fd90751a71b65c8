"""The pictures that represent the model: the grid of its card and the samples of the documentation."""

from __future__ import annotations

import json
import logging
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image

from ..catalogue import NAMES
from ..drawing.compose import HELD_OUT
from ..measuring.evaluate import Eye, scenes
from ..samples import SAMPLES
from .marking import grid, mark

log = logging.getLogger(__name__)

GRID_PICTURES = 20


def write_grid(file: Path, eye: Eye) -> None:
    """The first held-out pictures with what the model sees in them at confidence 0.25."""
    marked = [mark(scene.picture, eye.see(scene.picture)) for scene in scenes(HELD_OUT, GRID_PICTURES)]
    grid(marked, columns=5, cell=320).save(file, quality=80, optimize=True)


def write_samples(folder: Path, eye: Eye) -> None:
    """Draws the samples and `expected.json`, what each of them shows; tells where the model disagrees."""
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    wrong = []
    for name, set_stage in SAMPLES.items():
        picture, counts = set_stage().finish()
        file = folder / f"{name}.jpg"
        picture.save(file, quality=88, optimize=True)
        expected[file.name] = counts
        seen = summary(eye.see(Image.open(file).convert("RGB")))
        log.info("%s: %s", file.name, "as expected" if seen == counts else f"expected {counts}, seen {seen}")
        if seen != counts:
            wrong.append(file.name)
    (folder / "expected.json").write_text(json.dumps(expected, indent=2) + "\n", encoding="utf-8")
    if wrong:
        raise SystemExit(
            f"The model sees something else than was drawn in {', '.join(wrong)}, and the tests count that.\n"
            "Train again with another --seed to use it here, or take the former model back: git checkout models"
        )


def summary(found: np.ndarray) -> dict[str, int]:
    """How many detections [n, 6] there are of each class, most frequent first."""
    counts = Counter(NAMES[int(kind)] for kind in found[:, 5])
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
