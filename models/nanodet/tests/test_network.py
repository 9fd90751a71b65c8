import unittest

import numpy as np
import torch

from nanodet import export, graph, network, reference, source
from nanodet.__main__ import MODELS
from nanodet.tests import weights

# Squares and rectangles, none of them the size that was traced, and the smallest there is.
SIZES = ((416, 416), (224, 320), (352, 64), (32, 32))
PIXELS = 0.001
SCORES = 1e-5


@weights.needed
class NetworkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.graph = graph.Graph(*source.read(weights.FOLDER))
        cls.network = network.load(cls.graph)

    def test_equals_the_published_graph_computed_in_plain_numpy(self):
        for height, width in SIZES:
            with self.subTest(f'{width}x{height}'):
                image = picture(height, width)
                self.assert_same(self.network(image), torch.from_numpy(reference.boxes(self.graph, image[0].numpy()))[None])

    def test_the_edge_of_the_picture_is_padded_with_the_mean_colour(self):
        mean = torch.tensor(network.MEAN_BGR[::-1]).div(255).reshape(1, 3, 1, 1)
        stem = self.network.stem(mean.expand(1, 3, 64, 64) - self.network.mean)
        self.assertLess((stem - stem[:, :, 16:17, 16:17]).abs().max().item(), 1e-5)

    def test_the_same_weights_give_the_same_bytes(self):
        self.assertEqual(export.onnx_file(self.network), (MODELS / 'nanodet-g.onnx').read_bytes())

    def test_no_path_of_the_machine_is_in_the_file(self):
        self.assertNotIn(b'network.py', (MODELS / 'nanodet-g.onnx').read_bytes())

    def assert_same(self, actual, expected):
        self.assertEqual(actual.shape, expected.shape)
        difference = (actual - expected).abs()
        self.assertLess(difference[..., :4].max().item(), PIXELS)
        self.assertLess(difference[..., 4:].max().item(), SCORES)


def picture(height, width):
    """Something with edges and colours in it, the same every time."""
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    planes = [np.sin(across / 7), np.cos(down / 11), np.sign(np.sin((across + down) / 23))]
    noise = np.random.default_rng(1).random((3, height, width))
    return torch.from_numpy((np.stack(planes) * 0.3 + 0.4 + noise * 0.3).clip(0, 1).astype(np.float32))[None]
