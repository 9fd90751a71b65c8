"""Keeps the measured parts of the model card up to date, between marks in the text."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ..catalogue import NAMES
from ..measuring.evaluate import Score


def class_table(score: Score) -> str:
    """Markdown: average precision by class."""
    lines = ["| class | seen | AP50 | AP50-95 |", "| --- | ---: | ---: | ---: |"]
    for name, row, truths in zip(NAMES, score.table, score.truths):
        lines.append(f"| {name} | {truths} | {row[0]:.3f} | {np.mean(row):.3f} |")
    lines.append(f"| **all** | **{score.truths.sum()}** | **{score.map50:.3f}** | **{score.map50_95:.3f}** |")
    return "\n".join(lines)


def put(card: Path, mark: str, text: str) -> None:
    """Replaces what stands between `<!-- mark -->` and `<!-- /mark -->`; a card without the mark stays as it is."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    before = card.read_text(encoding="utf-8")
    card.write_text(pattern.sub(lambda found: found[1] + text + "\n" + found[2], before), encoding="utf-8")
