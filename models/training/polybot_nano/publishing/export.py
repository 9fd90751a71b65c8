"""The TorchScript file and the settings beside it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from ..catalogue import NAMES
from ..measuring.evaluate import Eye
from ..network.blocks import ConvBnSilu
from ..network.detector import Detector
from ..network.predictor import Predictor
from .confidence import best_score_to_show, rename_score

MODEL = "polybot-nano"
VERSION = "2"


def export(detector: Detector, size: int, folder: Path) -> Path:
    """Sets the confidence, writes `polybot-nano.torchscript`, `.json` and `.names`; returns the path of the model."""
    rename_score(detector, best_score_to_show(Eye(Predictor(detector), size)))
    file = folder / f"{MODEL}.torchscript"
    script = to_torchscript(detector, size)
    torch.jit.save(script, str(file))
    (folder / f"{MODEL}.names").write_text("\n".join(NAMES) + "\n", encoding="utf-8")
    settings = {
        "name": MODEL,
        "version": VERSION,
        "input": {"size": size, "stride": 32, "shape": "rectangle"},
        "layout": "channels_last",
        "precision": "fp32",
        "classes": f"{MODEL}.names",
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "license": "Apache-2.0",
        "notice": f"Polybot's own small model: {len(NAMES)} everyday things, learned from drawings. For photos: docs/models.md",
    }
    (folder / f"{MODEL}.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    return file


@torch.no_grad()
def to_torchscript(detector: Detector, size: int) -> torch.jit.ScriptModule:
    """Batch norm folded into the convolutions, weights channels_last, traced and frozen; takes any size."""
    predictor = Predictor(fold_norms(detector.eval())).to(memory_format=torch.channels_last)
    example = torch.rand(1, 3, size, size)
    script = torch.jit.freeze(torch.jit.trace(predictor, example).eval())
    for shape in ((1, 3, size, size), (2, 3, size, size - 96), (1, 3, 64, 320)):
        pictures = torch.rand(shape)
        torch.testing.assert_close(script(pictures), predictor(pictures), rtol=1e-3, atol=1e-2)
    return script


def fold_norms(module: nn.Module) -> nn.Module:
    """Replaces every batch norm by the convolution before it, in place."""
    for part in module.modules():
        if isinstance(part, ConvBnSilu):
            part.conv = fuse_conv_bn_eval(part.conv, part.norm)
            part.norm = nn.Identity()
    return module
