import unittest

import torch

from polybot_nano.learning.schedule import learning_rate_factor
from polybot_nano.network.decode import decode
from polybot_nano.network.detector import Detector
from polybot_nano.network.predictor import Predictor
from polybot_nano.publishing.export import to_torchscript

ANCHORS = torch.arange(1.0, 19.0).view(3, 3, 2) * 10


class DecodeTest(unittest.TestCase):
    def test_zero_logits_are_the_anchor_in_the_middle_of_the_cell(self):
        boxes = decode(torch.zeros(1, 3 * 7, 2, 3), ANCHORS[0], 8.0)
        self.assertEqual(boxes.shape, (1, 18, 7))
        last_of_first_anchor = boxes[0, 5]
        self.assertEqual(last_of_first_anchor.tolist(), [20.0, 12.0, 10.0, 20.0, 0.5, 0.5, 0.5])

    def test_a_centre_reaches_half_a_cell_beyond_and_a_side_four_anchors(self):
        boxes = decode(torch.full((1, 3 * 7, 1, 1), 50.0), ANCHORS[0], 8.0)
        torch.testing.assert_close(boxes[0, 0, :4], torch.tensor([12.0, 12.0, 40.0, 80.0]))


class ExportTest(unittest.TestCase):
    def test_the_exported_model_takes_any_size_and_number_of_pictures(self):
        torch.manual_seed(0)
        detector = Detector(4, ANCHORS).eval()
        pictures = torch.rand(2, 3, 96, 160)
        expected = Predictor(detector)(pictures)
        script = to_torchscript(detector, 128)
        self.assertEqual(expected.shape, (2, 3 * (12 * 20 + 6 * 10 + 3 * 5), 9))
        torch.testing.assert_close(script(pictures), expected, rtol=1e-3, atol=1e-2)


class ScheduleTest(unittest.TestCase):
    def test_warms_up_and_ends_low(self):
        factors = [learning_rate_factor(step, 100, 10) for step in range(100)]
        self.assertEqual(max(factors), factors[10])
        self.assertLess(factors[0], 0.2)
        self.assertLess(factors[-1], 0.03)


if __name__ == "__main__":
    unittest.main()
