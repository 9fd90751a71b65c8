import unittest

import numpy as np
from PIL import Image

from polybot_nano.catalogue import THINGS
from polybot_nano.data.augment import transfer
from polybot_nano.data.letterbox import letterbox
from polybot_nano.drawing import backgrounds, layout, sprites, style
from polybot_nano.drawing.compose import HELD_OUT, TRAINED, Easel
from polybot_nano.drawing.nonsense import nonsense


def block(width: int, height: int) -> Image.Image:
    return Image.new("RGBA", (width, height), (255, 0, 0, 255))


class EaselTest(unittest.TestCase):
    def test_a_box_encloses_exactly_the_opaque_pixels(self):
        sprite = Image.new("RGBA", (30, 30))
        sprite.paste((0, 0, 255, 255), (5, 10, 25, 20))
        easel = Easel(Image.new("RGB", (100, 100)))
        easel.place(sprite, 40, 50, 7)
        self.assertEqual(easel.labels().tolist(), [[7, 45, 60, 65, 70]])

    def test_a_box_shrinks_to_what_another_thing_leaves_visible(self):
        easel = Easel(Image.new("RGB", (100, 100)))
        easel.place(block(40, 20), 10, 10, 1)
        easel.place(block(10, 40), 40, 0, None)
        self.assertEqual(easel.labels().tolist(), [[1, 10, 10, 40, 30]])

    def test_a_thing_mostly_hidden_has_no_box(self):
        easel = Easel(Image.new("RGB", (100, 100)))
        easel.place(block(40, 20), 10, 10, 1)
        easel.place(block(30, 20), 20, 10, 2)
        self.assertEqual([row[0] for row in easel.labels().tolist()], [2])

    def test_a_box_ends_at_the_edge_of_the_picture(self):
        easel = Easel(Image.new("RGB", (100, 100)))
        easel.place(block(20, 20), -8, 90, 3)
        self.assertEqual(easel.labels().tolist(), [])
        easel.place(block(20, 20), 85, 40, 3)
        self.assertEqual(easel.labels().tolist(), [[3, 85, 40, 100, 60]])

    def test_a_shadow_belongs_to_no_box(self):
        easel = Easel(Image.new("RGB", (100, 100), "white"))
        easel.shadow(block(20, 20), 42, 42, 3, 0.5)
        easel.place(block(20, 20), 40, 40, 0)
        self.assertEqual(easel.labels().tolist(), [[0, 40, 40, 60, 60]])


class SplitTest(unittest.TestCase):
    def test_training_shares_no_held_out_material(self):
        self.assertFalse({*backgrounds.KINDS, *backgrounds.TRAINED} & set(backgrounds.HELD_OUT))
        self.assertFalse(set(layout.TRAINED) & set(layout.HELD_OUT))
        self.assertEqual(set(style.TRAINED) & set(style.HELD_OUT), {style.plain})
        self.assertFalse(set(sprites.TRAINED.distractors) & set(sprites.HELD_OUT.distractors))
        for thing in THINGS:
            self.assertFalse(set(thing.trained) & set(thing.held_out), thing.name)
        self.assertEqual(sprites.TRAINED.held_out_glyphs, 0)

    def test_the_same_seed_draws_the_same_picture(self):
        for workshop in (TRAINED, HELD_OUT):
            one, two = (workshop.compose(160, 120, np.random.default_rng(5)) for _ in range(2))
            np.testing.assert_array_equal(np.asarray(one.picture), np.asarray(two.picture))
            np.testing.assert_array_equal(one.labels, two.labels)


class BackgroundTest(unittest.TestCase):
    def test_every_kind_fills_the_size_that_was_asked_for(self):
        for kind in (*backgrounds.KINDS, *backgrounds.TRAINED, *backgrounds.HELD_OUT):
            for seed in range(3):
                picture = kind(96, 64, np.random.default_rng(seed))
                self.assertEqual((picture.size, picture.mode), ((96, 64), "RGB"), kind)


class ClutterTest(unittest.TestCase):
    def test_characters_of_no_class_are_none_of_a_class(self):
        shown = {c for thing in THINGS for c in (*thing.trained, *thing.held_out, *thing.outline)}
        self.assertFalse(shown & {*sprites.TRAINED.distractors, *sprites.HELD_OUT.distractors})

    def test_nonsense_has_something_to_see(self):
        for seed in range(20):
            self.assertGreater(min(nonsense(np.random.default_rng(seed)).size), 3)


class GeometryTest(unittest.TestCase):
    def test_labels_follow_a_window_into_its_frame(self):
        picture = np.zeros((100, 100, 3), np.uint8)
        labels = np.array([[4, 20, 20, 40, 60], [5, 80, 80, 99, 99]], np.float32)
        target = np.zeros((100, 100, 3), np.uint8)
        moved = transfer((picture, labels), (0, 0, 50, 100), target, (50, 0, 100, 50))
        self.assertEqual(moved.tolist(), [[4, 70, 10, 90, 30]])

    def test_letterbox_keeps_the_shape_and_finds_its_way_back(self):
        box = letterbox(Image.new("RGB", (640, 400)), 416)
        self.assertEqual(tuple(box.pixels.shape), (1, 3, 288, 416))
        there = np.array([[0, box.top, 416, box.top + 260]], np.float32)
        np.testing.assert_allclose(box.back(there), [[0, 0, 640, 400]], atol=0.1)


if __name__ == "__main__":
    unittest.main()
