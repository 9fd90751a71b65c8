"""Under a roof."""

from __future__ import annotations

from .stage import HEIGHT, WIDTH, Stage


def kitchen_table() -> Stage:
    """Food and drink on a wooden table."""
    s = Stage((246, 232, 205), (236, 214, 180))
    s.box(330, 30, 700, 250, (250, 250, 248))
    s.box(345, 45, 685, 235, (165, 210, 240))
    s.box(320, 232, 710, 250, (240, 240, 236))
    s.box(510, 45, 520, 235, (250, 250, 248))
    s.box(0, 330, WIDTH, HEIGHT, (176, 120, 72))
    for y in (395, 470, 560):
        s.box(0, y, WIDTH, y + 3, (150, 98, 56))
    s.box(0, 322, WIDTH, 336, (205, 150, 96))
    s.drawing("clock", 1, 850, 190, 130, shadow=False)
    s.glyph("potted plant", "🪴", 110, 370, 170)
    s.drawing("bottle", 2, 240, 440, 215)
    s.drawing("wine glass", 3, 370, 440, 150)
    s.glyph("cake", "🍰", 560, 452, 140)
    s.drawing("cup", 1, 790, 455, 122)
    s.drawing("apple", 1, 110, 575, 120)
    s.drawing("orange", 2, 245, 600, 114)
    s.drawing("banana", 3, 410, 590, 95)
    s.drawing("pizza", 2, 640, 645, 165, shadow=False)
    s.drawing("donut", 1, 880, 630, 125, shadow=False)
    return s


def desk() -> Stage:
    """A place to work."""
    s = Stage((196, 214, 220), (214, 226, 228))
    s.box(90, 60, 330, 240, (120, 90, 65))
    s.box(102, 72, 318, 228, (240, 232, 214))
    s.shape([(115, 215), (190, 110), (245, 215)], (140, 175, 165))
    s.shape([(190, 215), (255, 135), (306, 215)], (105, 150, 150))
    s.box(0, 470, WIDTH, HEIGHT, (205, 168, 120))
    s.box(0, 462, WIDTH, 478, (228, 196, 150))
    s.box(0, 640, WIDTH, HEIGHT, (168, 130, 88))
    s.drawing("clock", 3, 800, 195, 140, shadow=False)
    s.drawing("tv", 2, 520, 490, 290)
    s.glyph("potted plant", "🪴", 920, 500, 190)
    s.drawing("laptop", 2, 240, 590, 190)
    s.glyph("cup", "☕", 470, 612, 118)
    s.drawing("cell phone", 2, 620, 630, 138, turn=-12)
    s.glyph("book", "📕", 770, 628, 140)
    return s


def living_room() -> Stage:
    """An evening at home."""
    s = Stage((212, 190, 170), (226, 206, 186))
    s.box(0, 480, WIDTH, HEIGHT, (150, 105, 75))
    s.box(0, 470, WIDTH, 484, (240, 232, 220))
    s.oval(150, 540, 820, 680, (190, 90, 80))
    s.oval(175, 552, 795, 668, (215, 125, 105))
    s.drawing("clock", 0, 120, 190, 120, shadow=False)
    s.drawing("tv", 5, 400, 310, 210, shadow=False)
    s.drawing("couch", 1, 360, 560, 235)
    s.drawing("potted plant", 3, 720, 520, 210)
    s.drawing("chair", 1, 890, 560, 260, mirrored=True)
    s.glyph("teddy bear", "🧸", 630, 650, 135)
    s.drawing("cat", 0, 110, 640, 150)
    s.drawing("book", 6, 810, 662, 128, turn=-10)
    return s
