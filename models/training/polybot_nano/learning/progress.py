"""What a training has come to, kept on disk, so that one that was stopped goes on where it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import torch


class Stateful(Protocol):
    """A module or an optimizer."""

    def state_dict(self) -> dict: ...

    def load_state_dict(self, state: dict) -> object: ...


class Progress:
    """The states of `parts` after a number of steps, in one file."""

    def __init__(self, file: Path, parts: Sequence[Stateful]) -> None:
        self._file, self._parts = file, parts

    def restore(self) -> int:
        """Puts the parts into the state that was kept, and returns its steps: 0 if there is none."""
        if not self._file.exists():
            return 0
        kept = torch.load(self._file, weights_only=True)
        for part, state in zip(self._parts, kept["parts"], strict=True):
            part.load_state_dict(state)
        return kept["steps"]

    def keep(self, steps: int) -> None:
        """Writes the states; whoever is stopped meanwhile still has the last ones."""
        fresh = self._file.with_suffix(".new")
        torch.save({"steps": steps, "parts": [part.state_dict() for part in self._parts]}, fresh)
        fresh.replace(self._file)
