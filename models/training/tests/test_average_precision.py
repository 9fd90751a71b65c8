import unittest

import numpy as np

from polybot_nano.measuring.average_precision import Tally, average_precision
from polybot_nano.measuring.suppression import detections


class AveragePrecisionTest(unittest.TestCase):
    def test_is_one_when_everything_is_found_and_nothing_else(self):
        self.assertAlmostEqual(average_precision(np.array([0.9, 0.8]), np.array([True, True]), 2), 1.0)

    def test_is_the_share_of_recall_points_reached_when_half_is_found(self):
        self.assertAlmostEqual(average_precision(np.array([0.9]), np.array([True]), 2), 51 / 101)

    def test_takes_the_best_precision_at_or_beyond_each_recall(self):
        hits = np.array([True, False, True])
        expected = (51 * 1.0 + 50 * 2 / 3) / 101
        self.assertAlmostEqual(average_precision(np.array([0.9, 0.8, 0.7]), hits, 2), expected)

    def test_is_zero_when_nothing_is_found(self):
        self.assertEqual(average_precision(np.zeros(0), np.zeros(0, bool), 3), 0.0)

    def test_does_not_depend_on_the_order_of_the_detections(self):
        self.assertEqual(average_precision(np.array([0.2, 0.9]), np.array([False, True]), 1), 1.0)


class TallyTest(unittest.TestCase):
    def test_a_second_detection_of_the_same_thing_is_a_false_one(self):
        tally = Tally(1)
        truth = np.array([[0, 0, 0, 10, 10], [0, 50, 50, 60, 60]], np.float32)
        tally.add(np.array([[0, 0, 10, 10, 0.9, 0], [0, 0, 10, 10, 0.8, 0], [50, 50, 60, 60, 0.7, 0]]), truth)
        self.assertAlmostEqual(tally.table()[0, 0], (51 + 50 * 2 / 3) / 101)

    def test_a_loose_box_counts_at_low_thresholds_only(self):
        tally = Tally(1)
        tally.add(np.array([[0, 0, 10, 7.2, 0.9, 0]]), np.array([[0, 0, 0, 10, 10]], np.float32))
        self.assertEqual(tally.table()[0].tolist(), [1.0] * 5 + [0.0] * 5)

    def test_the_wrong_class_finds_nothing(self):
        tally = Tally(2)
        tally.add(np.array([[0, 0, 10, 10, 0.9, 1]]), np.array([[0, 0, 0, 10, 10]], np.float32))
        self.assertEqual(tally.table()[0, 0], 0.0)
        self.assertTrue(np.isnan(tally.table()[1, 0]))


class DetectionsTest(unittest.TestCase):
    def test_of_two_boxes_on_one_thing_the_better_stays(self):
        output = np.array([[10, 10, 8, 8, 0.9, 1.0, 0.0], [10.5, 10, 8, 8, 0.8, 1.0, 0.0]])
        found = detections(output, 0.25, 0.45)
        self.assertEqual(len(found), 1)
        np.testing.assert_allclose(found[0], [6, 6, 14, 14, 0.9, 0])

    def test_classes_do_not_suppress_each_other(self):
        output = np.array([[10, 10, 8, 8, 0.9, 1.0, 0.0], [10, 10, 8, 8, 0.8, 0.0, 1.0]])
        self.assertEqual(len(detections(output, 0.25, 0.45)), 2)


if __name__ == "__main__":
    unittest.main()
