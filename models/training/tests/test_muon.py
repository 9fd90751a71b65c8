import unittest

import torch

from polybot_nano.learning.muon import Muon, orthogonal


class MuonTest(unittest.TestCase):
    def test_all_singular_values_become_about_one(self):
        for shape in ((6, 40), (40, 6)):
            matrix = torch.randn(shape, generator=torch.Generator().manual_seed(1))
            values = torch.linalg.svdvals(orthogonal(matrix))
            self.assertTrue(bool(((values > 0.6) & (values < 1.3)).all()), values)

    def test_a_kernel_moves_against_its_gradient_by_a_step_that_does_not_depend_on_its_size(self):
        moves = []
        for size in (1e-3, 1e3):
            kernel = torch.nn.Parameter(torch.zeros(8, 4, 3, 3).contiguous(memory_format=torch.channels_last))
            kernel.grad = size * torch.randn(8, 4, 3, 3, generator=torch.Generator().manual_seed(2))
            Muon([kernel], lr=0.01, weight_decay=0.0).step()
            self.assertLess((kernel * kernel.grad).sum().item(), 0)
            moves.append(kernel.detach())
        torch.testing.assert_close(moves[0], moves[1])

    def test_finds_the_least_of_a_quadratic(self):
        goal = torch.randn(5, 7, generator=torch.Generator().manual_seed(3))
        kernel = torch.nn.Parameter(torch.zeros(5, 7))
        optimizer = Muon([kernel], lr=0.2, weight_decay=0.0)
        for step in range(400):
            optimizer.param_groups[0]["lr"] = 0.2 * (1 - step / 400)
            kernel.grad = kernel.detach() - goal
            optimizer.step()
        self.assertLess((kernel - goal).abs().max().item(), 0.1)


if __name__ == "__main__":
    unittest.main()
