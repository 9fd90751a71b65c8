import unittest

import numpy as np
import torch

from polybot_nano.network.detector import Detector
from polybot_nano.network.predictor import Predictor
from polybot_nano.publishing.confidence import best_threshold, rename_score


class ConfidenceTest(unittest.TestCase):
    def test_shows_what_is_more_often_right_than_it_costs(self):
        scores = np.array([0.1, 0.9, 0.5, 0.8, 0.3, 0.2])
        hits = np.array([False, True, True, True, False, False])
        self.assertEqual(best_threshold(scores, hits, things=3), 0.5)

    def test_a_rare_hit_among_many_wrong_ones_is_not_worth_it(self):
        scores = np.linspace(0.9, 0.1, 9)
        hits = np.array([True, True, False, False, False, False, False, False, True])
        self.assertAlmostEqual(best_threshold(scores, hits, things=3), 0.8)

    def test_what_had_the_best_score_has_the_usual_one_and_nothing_else_changes(self):
        torch.manual_seed(1)
        detector = Detector(4, torch.full((3, 3, 2), 20.0)).eval()
        picture = torch.rand(1, 3, 64, 96)
        before = Predictor(detector)(picture)
        rename_score(detector, 0.6, 0.25)
        after = Predictor(detector)(picture)
        columns = [0, 1, 2, 3, 5, 6, 7, 8]
        torch.testing.assert_close(after[..., columns], before[..., columns])
        shift = torch.logit(torch.tensor(0.25)) - torch.logit(torch.tensor(0.6))
        torch.testing.assert_close(after[..., 4], torch.sigmoid(torch.logit(before[..., 4]) + shift))


if __name__ == "__main__":
    unittest.main()
