import tempfile
import unittest
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from polybot_nano.data import anchors
from polybot_nano.data.cache import Cache
from polybot_nano.learning import train as training
from polybot_nano.learning.train import Phase, Plan, train
from polybot_nano.network.detector import Detector, Shape


class Stopped(Exception):
    pass


@dataclass
class Alone:
    """A crew of one, which is stopped after so many steps."""

    steps_left: int = 1_000
    rank: int = 0
    size: int = 1

    def average_gradients(self, model):
        if self.steps_left == 0:
            raise Stopped
        self.steps_left -= 1


class ProgressTest(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)
        self.plan = Plan((Phase(32, 4, 2), Phase(64, 3, 2)), warm_up=2)
        rng = np.random.default_rng(1)
        labels = [np.array([[index % 3, 8, 8, 20 + index, 24]], np.float32) for index in range(12)]
        self.cache = Cache(rng.integers(0, 256, (len(labels), 64, 64, 3), np.uint8), labels)

    def teach(self, file, crew):
        torch.manual_seed(1)
        model = Detector(3, anchors.fit(self.cache.labels, 1), Shape((4, 8, 8, 16, 16), (1, 1, 1, 1)))
        return train(model, self.cache, self.plan, 1, crew, file)

    def test_a_training_that_was_stopped_comes_to_the_same_weights(self):
        for steps in (1, 3, 5, 6):
            with self.subTest(stopped_after=steps), tempfile.TemporaryDirectory() as folder, \
                    mock.patch.object(training, "KEEP", 1):
                whole = self.teach(Path(folder) / "whole.pt", Alone())
                with self.assertRaises(Stopped):
                    self.teach(Path(folder) / "stopped.pt", Alone(steps))
                resumed = self.teach(Path(folder) / "stopped.pt", Alone(self.plan.steps - steps))
                torch.testing.assert_close(resumed.state_dict(), whole.state_dict(), rtol=0, atol=0)


if __name__ == "__main__":
    unittest.main()
