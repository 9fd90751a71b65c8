import math
import unittest

import torch

from polybot_nano.learning.assignment import assign
from polybot_nano.learning.boxes import complete_iou
from polybot_nano.learning.loss import detection_loss
from polybot_nano.network.detector import Detector

ANCHORS = torch.tensor([[[10.0, 10.0], [20, 20], [30, 30]], [[40, 40], [60, 60], [80, 80]],
                        [[120, 120], [180, 180], [250, 250]]])


class CompleteIouTest(unittest.TestCase):
    def test_is_one_for_equal_boxes(self):
        box = torch.tensor([[5.0, 5, 4, 2]])
        self.assertAlmostEqual(complete_iou(box, box).item(), 1.0, places=5)

    def test_is_iou_less_distance_for_boxes_of_one_shape(self):
        value = complete_iou(torch.tensor([[0.0, 0, 2, 2]]), torch.tensor([[1.0, 0, 2, 2]])).item()
        self.assertAlmostEqual(value, 1 / 3 - 1 / 13, places=5)

    def test_is_negative_for_boxes_far_apart(self):
        self.assertLess(complete_iou(torch.tensor([[0.0, 0, 2, 2]]), torch.tensor([[50.0, 0, 2, 2]])).item(), 0)


class AssignmentTest(unittest.TestCase):
    def test_the_home_cell_and_the_two_nearest_neighbours_answer(self):
        labels = torch.tensor([[0.0, 3, 32.0 + 2 - 10, 48.0 + 6 - 10, 32.0 + 2 + 10, 48.0 + 6 + 10]])
        found = assign(labels, ANCHORS[0], 20, 20, 8)
        cells = set(zip(found.column.tolist(), found.row.tolist()))
        self.assertEqual(cells, {(4, 6), (3, 6), (4, 7)})
        self.assertTrue((found.kind == 3).all())

    def test_an_anchor_four_times_too_small_does_not_answer(self):
        labels = torch.tensor([[0.0, 0, 50, 50, 95, 95]])
        found = assign(labels, ANCHORS[0], 40, 40, 8)
        self.assertEqual(set(found.anchor.tolist()), {1, 2})

    def test_offsets_lie_within_reach_of_the_decoding(self):
        corner = torch.rand(200, 2) * 250
        labels = torch.cat([torch.zeros(200, 2), corner, corner + 20], 1)
        found = assign(labels, ANCHORS[0], 40, 40, 8)
        self.assertTrue((found.centre >= -0.5).all() and (found.centre <= 1.5).all())

    def test_a_box_in_the_last_corner_stays_inside_the_grid(self):
        found = assign(torch.tensor([[0.0, 0, 300, 300, 320, 320]]), ANCHORS[0], 40, 40, 8)
        self.assertTrue((found.row < 40).all() and (found.column < 40).all())


class LossTest(unittest.TestCase):
    def test_a_perfect_prediction_costs_next_to_nothing(self):
        outputs = [torch.full((1, 3 * 7, s, s), -20.0) for s in (8, 4, 2)]
        labels = torch.tensor([[0.0, 1, 20, 20, 36, 36]])
        for level, (output, stride) in enumerate(zip(outputs, (8, 16, 32))):
            found = assign(labels, ANCHORS[level], output.shape[2], output.shape[3], stride)
            cells = output.view(1, 3, 7, output.shape[2], output.shape[3])
            for i in range(len(found.anchor)):
                centre = torch.logit((found.centre[i] + 0.5) / 2, eps=1e-6)
                shape = torch.logit((found.shape[i] * stride / ANCHORS[level, found.anchor[i]]).sqrt() / 2)
                values = torch.tensor([*centre, *shape, 20.0, -20.0, 20.0])
                cells[0, found.anchor[i], :, found.row[i], found.column[i]] = values
        self.assertLess(detection_loss(outputs, labels, ANCHORS).sum().item(), 1e-3)

    def test_a_picture_without_things_costs_objectness_only(self):
        outputs = Detector(2, ANCHORS)(torch.rand(1, 3, 64, 64))
        box, objectness, kind = detection_loss(outputs, torch.zeros(0, 6), ANCHORS).tolist()
        self.assertEqual((box, kind), (0.0, 0.0))
        self.assertTrue(objectness > 0 and math.isfinite(objectness))


if __name__ == "__main__":
    unittest.main()
