"""Which settings serve the model best: measured by size, shape, suppression and threshold on labelled photos.

Half of the photos, every other one by name, choose the threshold; the other half judge it.
"""
import time
from itertools import product

import torch

from . import detect, judge

LEAST = 0.05
SIZES = (320, 416, 512, 640)
SHAPES = ('rectangle', 'square')
OVERLAPS = (0.45, 0.6)
ACROSS = (1.0, 0.8)

HEAD = f'{"input":>16}  {"same":>4}  {"other":>5}  {"mAP50":>5}  {"50-95":>5}  {"best":>4}  {"chosen F1":>9}  {"judged F1":>9}  {"all F1":>6}  {"prec.":>5}  {"recall":>6}'


def run(network, photos, labels):
    """Prints the table: photos, by name, and the labels of each."""
    torch.set_num_threads(1)
    names = sorted(photos)
    wanted = [labels[name] for name in names]
    print(f'{len(names)} photos, {sum(len(w.classes) for w in wanted)} labels; mAP of all boxes above {LEAST}, F1 at the best confidence of the half that chose')
    print(HEAD)
    for size, shape in product(SIZES, SHAPES):
        started = time.process_time()
        proposed = [detect.proposals(network, photos[name], size, shape, LEAST) for name in names]
        spent = (time.process_time() - started) / len(names) * 1000
        print(f'{size} {shape}: {spent:.0f} ms of processor time a photo in this program')
        for overlap, across in product(OVERLAPS, ACROSS):
            found = [detect.suppressed(boxes, overlap, across) for boxes in proposed]
            print(line(f'{size} {shape}', overlap, across, found, wanted))


def line(name, overlap, across, found, wanted):
    photos = [judge.judged(boxes, labels) for boxes, labels in zip(found, wanted, strict=True)]
    chosen, judged, every = (judge.Judgement(part) for part in (photos[::2], photos[1::2], photos))
    confidence = chosen.best_confidence()
    precision, recall, f1 = every.at(confidence)
    map50, map5095 = every.average_precision()
    return (
        f'{name:>16}  {overlap:4.2f}  {across:5.2f}  {map50:5.3f}  {map5095:5.3f}  {confidence:4.2f}  {chosen.at(confidence)[2]:9.3f}  '
        f'{judged.at(confidence)[2]:9.3f}  {f1:6.3f}  {precision:5.3f}  {recall:6.3f}')
