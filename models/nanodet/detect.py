"""From a photo to boxes, by the rules of Polybot's detector: the same letterbox, the same rounding, the same suppression."""
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
import torch

STRIDE = 32
GREY = 114
MOST_BOXES = 1000
COCO_CLASSES = (
    'person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter,bench,bird,cat,'
    'dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,sports ball,kite,'
    'baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon,bowl,banana,apple,'
    'sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,potted plant,bed,dining table,toilet,tv,laptop,mouse,'
    'remote,keyboard,cell phone,microwave,oven,toaster,sink,refrigerator,book,clock,vase,scissors,teddy bear,hair drier,toothbrush'
).split(',')


@dataclass(frozen=True)
class Settings:
    """What stands in the model's JSON file. Overlaps are intersections over unions above which two boxes are the same thing."""

    size: int
    shape: str
    confidence: float
    overlap: float
    across: float = 1.0

    @staticmethod
    def of(values):
        return Settings(values['input']['size'], values['input']['shape'], values['confidence'], values['overlap'], values.get('overlapAcrossClasses', 1.0))


class Boxes(NamedTuple):
    """Boxes of one photo, the most confident first: edges in pixels of the photo, [n, 4]; confidences; numbers of classes."""

    edges: np.ndarray
    confidences: np.ndarray
    classes: np.ndarray

    def where(self, chosen):
        return Boxes(self.edges[chosen], self.confidences[chosen], self.classes[chosen])


def read(file):
    photo = cv2.imread(str(file))
    if photo is None:
        raise SystemExit(f'{file} is no picture that OpenCV can read')
    return photo


def detect(network, photo, settings):
    found = proposals(network, photo, settings.size, settings.shape, settings.confidence)
    return suppressed(found, settings.overlap, settings.across)


def proposals(network, photo, size, shape, confidence):
    """All that the network finds above that confidence, each with its best class only."""
    height, width = photo.shape[:2]
    canvas = letterbox(photo, size, shape)
    tensor = torch.from_numpy(np.ascontiguousarray(canvas[:, :, ::-1].transpose(2, 0, 1), np.float32) / np.float32(255))[None]
    rows = network(tensor)[0].numpy()
    scores = rows[:, 5:] * rows[:, 4:5]
    best = scores.argmax(1)
    confidences = scores[np.arange(len(best)), best]
    edges = np.concatenate([rows[:, :2] - rows[:, 2:4] / 2, rows[:, :2] + rows[:, 2:4] / 2], 1)
    gain = min(canvas.shape[0] / height, canvas.shape[1] / width)
    padding = np.array([canvas.shape[1] - width * gain, canvas.shape[0] - height * gain] * 2) / 2
    edges = ((edges - padding) / gain).clip(0, [width, height] * 2)
    order = np.argsort(-confidences, kind='stable')
    order = order[confidences[order] > confidence]
    return Boxes(edges[order], confidences[order], best[order])


def letterbox(photo, size, shape):
    """The photo with its aspect kept, the longer side of that size, in the middle of grey: a square or the least rectangle."""
    height, width = photo.shape[:2]
    gain = min(size / height, size / width)
    content = max(1, round(width * gain)), max(1, round(height * gain))
    spare = [(size - side) % STRIDE if shape == 'rectangle' else size - side for side in content]
    left, top = (round(pixels / 2 - 0.1) for pixels in spare)
    right, bottom = (round(pixels / 2 + 0.1) for pixels in spare)
    resized = cv2.resize(photo, content, interpolation=cv2.INTER_LINEAR)
    return cv2.copyMakeBorder(resized, top, bottom, left, right, cv2.BORDER_CONSTANT, value=(GREY, GREY, GREY))


def suppressed(boxes, overlap, across):
    kept = []
    left = np.ones(len(boxes.classes), bool)
    for i in range(len(left)):
        if left[i] and len(kept) < MOST_BOXES:
            kept.append(i)
            most = np.where(boxes.classes == boxes.classes[i], overlap, across)
            left &= iou(boxes.edges[i], boxes.edges) <= most
    return boxes.where(np.array(kept, int))


def iou(box, others):
    """Intersection over union of one box with each of the others."""
    size = (np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])).clip(0)
    common = size.prod(1)
    return common / ((box[2:] - box[:2]).prod() + (others[:, 2:] - others[:, :2]).prod(1) - common).clip(1e-9)
