"""Command line: draw and train, evaluate, draw the pictures that are shown."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .data.cache import SIZE
from .drawing.compose import HELD_OUT, TRAINED
from .making import make, set_up_log
from .measuring.evaluate import Eye, evaluate
from .publishing import card, pictures
from .publishing.export import MODEL
from .recipe import FULL, QUICK

TRAINING = Path(__file__).resolve().parents[1]
CACHE = TRAINING / ".cache"
MODELS = TRAINING.parent
SAMPLES = MODELS.parent / "docs" / "samples"


def main() -> None:
    """Entry point."""
    arguments = parse()
    set_up_log()
    torch.set_num_threads(arguments.threads)
    arguments.run(arguments)


def parse() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="polybot_nano", description=__doc__)
    parser.add_argument("--threads", type=int, default=2, help="processor cores to use (default: %(default)s)")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the exported model")
    commands = parser.add_subparsers(required=True)

    command = commands.add_parser("train", help="draw, train, export")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--quick", action="store_true", help="a few minutes instead of the full recipe")
    command.set_defaults(run=lambda a: make(QUICK if a.quick else FULL, a.seed, a.threads, CACHE, a.models))

    command = commands.add_parser("evaluate", help="mAP on held-out pictures, with a table by class")
    command.add_argument("--card", action="store_true", help="write the table into the model card, too")
    command.set_defaults(run=measure)

    command = commands.add_parser("samples", help="draw docs/samples and check that the model sees what they show")
    command.add_argument("--folder", type=Path, default=SAMPLES)
    command.set_defaults(run=lambda a: pictures.write_samples(a.folder, load(a.models)))

    command = commands.add_parser("grid", help="held-out pictures with detections, for the model card")
    command.set_defaults(run=lambda a: pictures.write_grid(a.models / "held-out-grid.jpg", load(a.models)))
    return parser.parse_args()


def measure(arguments: argparse.Namespace) -> None:
    """Prints the score on held-out pictures, and on new pictures of the trained kind for comparison."""
    eye = load(arguments.models)
    score = evaluate(eye, HELD_OUT)
    table = card.class_table(score)
    print(table)
    print(f"\nheld out, {score.pictures} pictures: mAP50 {score.map50:.3f}  mAP50-95 {score.map50_95:.3f}")
    familiar = evaluate(eye, TRAINED, 300)
    print(f"new pictures of the trained kind, {familiar.pictures}: "
          f"mAP50 {familiar.map50:.3f}  mAP50-95 {familiar.map50_95:.3f}")
    if arguments.card:
        card.put(arguments.models / "MODEL_CARD.md", "classes", table)


def load(models: Path) -> Eye:
    """The exported model, as others use it."""
    return Eye(torch.jit.load(str(models / f"{MODEL}.torchscript")), SIZE)


if __name__ == "__main__":
    main()
