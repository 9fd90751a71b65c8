import unittest

import numpy as np

from nanodet.detect import Boxes, letterbox, suppressed
from nanodet.judge import Judgement, judged

NEAR = [0, 0, 10, 10]
FAR = [50, 50, 60, 60]


def boxes(*rows):
    """(edges, confidence, class) each."""
    edges, confidences, classes = zip(*rows)
    return Boxes(np.array(edges, float), np.array(confidences, float), np.array(classes))


class JudgeTests(unittest.TestCase):
    def test_boxes_on_their_labels_are_worth_everything(self):
        truth = boxes((NEAR, 1, 0), (FAR, 1, 3))
        judgement = Judgement([judged(boxes((NEAR, 0.9, 0), (FAR, 0.8, 3)), truth)])
        self.assertEqual(judgement.average_precision(), (1, 1))
        self.assertEqual(judgement.at(0.5), (1, 1, 1))

    def test_a_label_is_found_once(self):
        judgement = Judgement([judged(boxes((NEAR, 0.9, 0), (NEAR, 0.8, 0)), boxes((NEAR, 1, 0)))])
        self.assertEqual(judgement.at(0.5), (0.5, 1, 2 / 3))

    def test_another_class_is_not_right(self):
        judgement = Judgement([judged(boxes((NEAR, 0.9, 1)), boxes((NEAR, 1, 0)))])
        self.assertEqual(judgement.average_precision(), (0, 0))

    def test_average_precision_falls_with_what_is_surer_and_wrong(self):
        truth = boxes((NEAR, 1, 0))
        judgement = Judgement([judged(boxes((FAR, 0.9, 0), (NEAR, 0.8, 0)), truth)])
        self.assertAlmostEqual(judgement.average_precision()[0], 0.5)

    def test_a_box_that_is_half_off_counts_at_low_overlaps_only(self):
        truth = boxes((NEAR, 1, 0))
        map50, map5095 = Judgement([judged(boxes(([0, 0, 10, 7.2], 0.9, 0)), truth)]).average_precision()
        self.assertEqual(map50, 1)
        self.assertAlmostEqual(map5095, 0.5)

    def test_what_is_below_the_confidence_does_not_count(self):
        judgement = Judgement([judged(boxes((NEAR, 0.4, 0)), boxes((NEAR, 1, 0)))])
        self.assertEqual(judgement.at(0.4), (0, 0, 0))


class DetectTests(unittest.TestCase):
    def test_the_less_sure_of_two_boxes_on_one_thing_goes(self):
        both = boxes((NEAR, 0.9, 0), ([0, 0, 10, 9], 0.8, 0), ([0, 0, 10, 9], 0.7, 1))
        self.assertEqual(suppressed(both, 0.45, 1).classes.tolist(), [0, 1])
        self.assertEqual(suppressed(both, 0.45, 0.8).classes.tolist(), [0])

    def test_a_photo_lies_in_the_least_rectangle_or_in_a_square(self):
        photo = np.zeros((480, 640, 3), np.uint8)
        self.assertEqual(letterbox(photo, 512, 'rectangle').shape, (384, 512, 3))
        square = letterbox(photo, 512, 'square')
        self.assertEqual(square.shape, (512, 512, 3))
        self.assertEqual((square[63, 0, 0], square[64, 0, 0]), (114, 0))
