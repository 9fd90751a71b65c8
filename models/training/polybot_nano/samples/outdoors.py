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
        s.house(left, top, right, 380, wall, roof)
    s.box(0, 370, WIDTH, 430, (190, 188, 182))
    s.box(0, 428, WIDTH, 600, (95, 98, 104))
    s.box(0, 424, WIDTH, 431, (150, 148, 145))
    for x in range(20, WIDTH, 120):
        s.box(x, 508, x + 66, 515, (240, 238, 225))
    s.box(0, 596, WIDTH, HEIGHT, (200, 197, 188))
    s.box(0, 592, WIDTH, 599, (150, 148, 145))
    s.glyph(None, "🌳", 270, 405, 120)
    s.glyph(None, "🌳", 700, 405, 125)
    s.drawing("traffic light", 0, 945, 430, 190)
    s.drawing("person", 3, 110, 420, 125)
    s.glyph("person", "🚶🏾", 455, 418, 118)
    s.drawing("bus", 1, 250, 520, 150)
    s.drawing("car", 7, 620, 510, 88, mirrored=False)
    s.drawing("car", 13, 760, 592, 98)
    s.glyph("bicycle", "🚲", 150, 655, 105)
    s.drawing("person", 5, 420, 668, 165)
    s.glyph("dog", "🐕", 530, 668, 92)
    return s


def park() -> Stage:
    """A meadow with animals, balls and people."""
    s = Stage((150, 205, 245), (235, 245, 235))
    s.oval(850, 40, 930, 120, (255, 225, 120))
    for x, y, size in ((210, 90, 100), (560, 65, 80)):
        s.cloud(x, y, size)
    s.oval(-260, 230, 560, 620, (150, 195, 120))
    s.oval(380, 250, 1350, 640, (135, 185, 110))
    s.box(0, 390, WIDTH, HEIGHT, (125, 180, 95))
    s.shape([(520, 390), (560, 390), (760, HEIGHT), (430, HEIGHT)], (222, 205, 165))
    for x, foot, height in ((90, 400, 150), (330, 390, 120), (880, 405, 160), (720, 388, 110)):
        s.glyph(None, "🌳", x, foot, height)
    for x, foot in ((60, 660), (700, 450), (960, 520), (360, 650)):
        s.glyph(None, "🌷", x, foot, 42)
    s.glyph(None, "🎈", 470, 200, 60, shadow=False)
    s.drawing("bird", 1, 640, 215, 74, shadow=False)
    s.drawing("person", 1, 470, 520, 170)
    s.glyph("person", "🏃🏽", 600, 600, 160)
    s.drawing("dog", 3, 780, 560, 120)
    s.drawing("sports ball", 2, 900, 610, 66)
    s.drawing("umbrella", 1, 190, 520, 150, turn=12)
    s.glyph("backpack", "🎒", 290, 545, 92)
    s.drawing("cat", 3, 150, 640, 125)
    return s
