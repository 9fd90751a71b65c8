"""By the sea."""

from __future__ import annotations

from .stage import HEIGHT, WIDTH, Stage


def harbour() -> Stage:
    """Boats on the water, a bird on the quay, an aeroplane above."""
    s = Stage((120, 180, 232), (232, 240, 245))
    for x, y, size in ((160, 110, 90), (820, 80, 100)):
        s.cloud(x, y, size)
    s.shape([(0, 300), (150, 220), (330, 300)], (130, 150, 160))
    s.shape([(220, 300), (420, 240), (640, 300)], (150, 168, 172))
    s.box(0, 300, WIDTH, 540, (70, 140, 175))
    for x, y in ((60, 340), (420, 335), (760, 350), (230, 430), (620, 470), (900, 440), (480, 400)):
        s.box(x, y, x + 90, y + 4, (120, 180, 205), 2)
    s.box(0, 530, WIDTH, HEIGHT, (196, 188, 172))
    s.box(0, 526, WIDTH, 542, (150, 142, 128))
    for x in range(0, WIDTH, 128):
        s.box(x, 542, x + 3, HEIGHT, (176, 168, 152))
    s.glyph("airplane", "✈️", 480, 195, 130, shadow=False)
    s.drawing("boat", 1, 190, 430, 190, shadow=False)
    s.glyph("boat", "🚢", 520, 410, 135, shadow=False)
    s.drawing("boat", 4, 820, 480, 230, shadow=False)
    s.drawing("bird", 8, 150, 635, 118)
    s.glyph("person", "🚶🏾", 380, 650, 175)
    s.glyph(None, "⚓", 960, 650, 80)
    s.drawing("umbrella", 1, 620, 650, 150, turn=-8)
    s.drawing("bicycle", 1, 820, 655, 120)
    return s
