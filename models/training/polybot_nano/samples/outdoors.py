"""Under the sky."""

from __future__ import annotations

from .stage import HEIGHT, WIDTH, Stage


def street() -> Stage:
    """Cars and a bus on a road, people on the pavement."""
    s = Stage((135, 190, 235), (225, 240, 248))
    for x, y, size in ((170, 70, 90), (520, 55, 70), (850, 85, 100)):
        s.cloud(x, y, size)
    fronts = ((0, 170, 150, (222, 190, 150), (150, 75, 60)), (150, 130, 320, (200, 120, 100), (95, 70, 75)),
              (320, 185, 470, (235, 215, 170), (130, 85, 60)), (470, 145, 650, (165, 185, 190), (85, 95, 110)),
              (650, 180, 820, (225, 165, 130), (140, 70, 55)), (820, 140, 1024, (205, 200, 165), (100, 90, 70)))
    for left, top, right, wall, roof in fronts:
        s.house(left, top + 90, right, 380, wall, roof)
    s.box(0, 370, WIDTH, 430, (190, 188, 182))
    s.box(0, 428, WIDTH, 600, (95, 98, 104))
    s.box(0, 424, WIDTH, 431, (150, 148, 145))
    for x in range(20, WIDTH, 120):
        s.box(x, 508, x + 66, 515, (240, 238, 225))
    s.box(0, 596, WIDTH, HEIGHT, (200, 197, 188))
    s.box(0, 592, WIDTH, 599, (150, 148, 145))
    s.drawing("traffic light", 0, 945, 432, 200)
    s.glyph("person", "🧍🏼", 560, 424, 165)
    s.drawing("bus", 1, 270, 520, 160)
    s.drawing("car", 7, 600, 508, 92)
    s.glyph("car", "🚗", 830, 590, 110)
    s.glyph("bicycle", "🚲", 150, 662, 120)
    s.glyph("person", "🧍🏻‍♀️", 460, 670, 180)
    s.glyph("dog", "🐕", 640, 672, 150, mirrored=True)
    return s


def park() -> Stage:
    """A meadow with animals, balls and people."""
    s = Stage((150, 205, 245), (235, 245, 235))
    for x, y, size in ((210, 90, 100), (560, 65, 80)):
        s.cloud(x, y, size)
    s.oval(-260, 230, 560, 620, (150, 195, 120))
    s.oval(380, 250, 1350, 640, (135, 185, 110))
    s.box(0, 390, WIDTH, HEIGHT, (125, 180, 95))
    s.shape([(520, 390), (560, 390), (760, HEIGHT), (430, HEIGHT)], (222, 205, 165))
    for x, foot, height in ((90, 400, 150), (330, 390, 120)):
        s.glyph(None, "🌳", x, foot, height)
    for x, foot in ((60, 660), (700, 450), (960, 520), (360, 650)):
        s.glyph(None, "🌷", x, foot, 42)
    s.glyph(None, "🎈", 470, 200, 60, shadow=False)
    s.drawing("bird", 1, 660, 225, 105, shadow=False)
    s.drawing("person", 1, 470, 520, 170)
    s.glyph("person", "🧍🏻‍♀️", 610, 610, 180)
    s.glyph("dog", "🐕", 780, 560, 125)
    s.glyph("sports ball", "⚽", 920, 630, 112)
    s.drawing("umbrella", 1, 190, 520, 150, turn=12)
    s.glyph("backpack", "🎒", 300, 550, 120)
    s.drawing("cat", 3, 150, 655, 145)
    return s
