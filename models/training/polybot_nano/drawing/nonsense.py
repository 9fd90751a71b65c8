"""Things that nobody has a name for: a body of one shape with some details on it. The detector has to leave them alone."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw

from .backgrounds.paint import colour
from .glyphs import tight

SIZE = 160


def nonsense(rng: Generator) -> Image.Image:
    """One of them: RGBA, cut tight."""
    sheet = Image.new("RGBA", (SIZE, SIZE))
    pen = ImageDraw.Draw(sheet)
    rim = colour(rng) if rng.random() < 0.5 else None
    _shape(pen, (SIZE / 2, SIZE / 2), rng.uniform(0.25, 0.48, 2) * SIZE, colour(rng), rim, rng)
    for _ in range(int(rng.integers(0, 5))):
        _shape(pen, tuple(rng.uniform(0.25, 0.75, 2) * SIZE), rng.uniform(0.03, 0.25, 2) * SIZE, colour(rng), rim, rng)
    return tight(sheet)


def _shape(pen: ImageDraw.ImageDraw, centre: tuple[float, ...], reach: np.ndarray, fill: tuple[int, int, int],
           rim: tuple[int, int, int] | None, rng: Generator) -> None:
    """An oblong, an ellipse or a polygon that may be a star."""
    (x, y), (across, down) = centre, reach
    frame = (x - across, y - down, x + across, y + down)
    kind = rng.integers(3)
    if kind == 0:
        pen.rounded_rectangle(frame, min(across, down) * rng.uniform(0, 0.8), fill, rim, 3)
    elif kind == 1:
        pen.ellipse(frame, fill, rim, 3)
    else:
        corners = int(rng.integers(3, 12))
        angles = np.linspace(0, 2 * np.pi, corners, endpoint=False) + rng.uniform(0, 6)
        reaches = rng.uniform(0.4, 1.0, corners)
        pen.polygon([(x + across * r * np.cos(a), y + down * r * np.sin(a)) for a, r in zip(angles, reaches)],
                    fill, rim, 3)
