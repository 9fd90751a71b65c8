"""Backgrounds. Each is a function (width, height, generator) -> RGB picture of that size."""

from __future__ import annotations

from collections.abc import Sequence

from .held_out import HELD_OUT as HELD_OUT
from .mixed import varied
from .painted import chequers, clouds, confetti, gradient, landscape, out_of_focus, room, stripes, wood
from .paint import Background as Background
from .patterns import foliage, marble, netting, patchwork, rays, scribbles, texture, wallpaper, writing

KINDS: Sequence[Background] = (
    gradient, gradient, clouds, clouds, confetti, stripes, chequers, landscape, landscape, wood, room, room,
    out_of_focus, wallpaper, wallpaper, scribbles, writing, foliage, patchwork, patchwork, rays, netting, marble, texture,
    texture,
)
"""What training paints, alone and mixed. None has the structure of a held-out kind."""

TRAINED: Sequence[Background] = (varied(KINDS),)
