#!/usr/bin/python3
"""Makes the small foreign models that the tests run: exports as people bring them, a few kB each. Each is a real network of one
idea: it finds white squares of 32 pixels. Needs Debian's python3-torch and python3-onnx; run it here, and commit what it writes to
../resources/foreign."""
import json
import pathlib
import warnings

import onnx
import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "foreign"
STRIDES = (8, 16, 32)
BOX = 32.0


class White(torch.nn.Module):
    """Centre x and y, width, height and score of every cell of YOLO's three grids: [1, cells, 5]."""

    def __init__(self, size=None):
        super().__init__()
        self.size = size  # fixed, when given
        self.grey = torch.nn.Conv2d(3, 1, 1, bias=False)
        self.grey.weight.data.fill_(1 / 3)

    def forward(self, x):
        if self.size:
            x = x.view(1, 3, self.size, self.size)
        grey = self.grey(x)
        cells = []
        for stride in STRIDES:
            mean = F.avg_pool2d(grey, stride)
            height, width = mean.shape[2], mean.shape[3]
            if self.size:
                height = width = self.size // stride
            across = (torch.ones(1, 1, height, width).cumsum(3) - 0.5) * stride
            down = (torch.ones(1, 1, height, width).cumsum(2) - 0.5) * stride
            side = torch.ones(1, 1, height, width) * BOX
            score = torch.sigmoid((mean - 0.9) * 100) * (1.0 if stride == 32 else 0.0)
            cells.append(torch.cat([across, down, side, side, score], 1).flatten(2))
        return torch.cat(cells, 2).permute(0, 2, 1)


class V5(torch.nn.Module):
    """[1, cells, 5 + classes]; the last class is the one that is found."""

    def __init__(self, classes, **white):
        super().__init__()
        self.white, self.classes = White(**white), classes

    def forward(self, x):
        cells = self.white(x)
        other = torch.zeros_like(cells[..., :1]).expand(-1, -1, self.classes - 1)
        return torch.cat([cells, other, torch.ones_like(cells[..., :1])], 2)


class Heads(torch.nn.Module):
    """As V5, in the way of YOLOv5's own networks: three scales of three anchors, undecoded, then decoded on fixed grids."""

    ANCHORS = torch.tensor([[[10, 13], [16, 30], [33, 23]], [[30, 61], [62, 45], [59, 119]], [[BOX, BOX], [156, 198], [373, 326]]])

    def __init__(self, classes, size):
        super().__init__()
        self.size, self.columns = size, 5 + classes
        self.means = torch.nn.ModuleList(torch.nn.Conv2d(3, 1, stride, stride) for stride in STRIDES)
        self.heads = torch.nn.ModuleList(torch.nn.Conv2d(1, 3 * self.columns, 1) for _ in STRIDES)
        for mean, head, stride in zip(self.means, self.heads, STRIDES):
            mean.weight.data.fill_(1 / (3 * stride * stride))
            mean.bias.data.fill_(-0.9)
            head.weight.data.fill_(0)
            head.bias.data.fill_(0)
            head.bias.data[4::self.columns] = -20
            head.bias.data[self.columns - 1::self.columns] = 20
            if stride == 32:
                head.weight.data[4], head.bias.data[4] = 100, 0

    def forward(self, x):
        rows = []
        for mean, head, stride, anchors in zip(self.means, self.heads, STRIDES, self.ANCHORS):
            side = self.size // stride
            y = head(mean(x)).view(1, 3, self.columns, side, side).permute(0, 1, 3, 4, 2).sigmoid()
            down, across = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
            grid = torch.stack((across, down), 2).view(1, 1, side, side, 2).float() - 0.5
            xy = (y[..., 0:2] * 2 + grid) * stride
            wh = (y[..., 2:4] * 2) ** 2 * anchors.view(1, 3, 1, 1, 2).float()
            rows.append(torch.cat((xy, wh, y[..., 4:]), 4).view(1, -1, self.columns))
        return torch.cat(rows, 1)


class V8(V5):
    """[1, 4 + classes, cells]."""

    def forward(self, x):
        cells = self.white(x)
        other = torch.zeros_like(cells[..., :1]).expand(-1, -1, self.classes - 1)
        return torch.cat([cells[..., :4], other, cells[..., 4:]], 2).permute(0, 2, 1)


class NotANumber(V8):
    """As V8, but where a pixel is white its boxes are nowhere (NaN), with valid scores."""

    def forward(self, x):
        boxes = super().forward(x)
        return torch.cat([boxes[:, :4] + (0.9 - x.max()).sqrt() * 0, boxes[:, 4:]], 1)


class EndToEnd(V5):
    """[1, 20, 6]: the network has chosen."""

    def forward(self, x):
        cells = self.white(x)
        score, best = cells[..., 4].topk(20)
        chosen = torch.gather(cells, 1, best.unsqueeze(2).expand(-1, -1, 5))
        centre, side = chosen[..., :2], chosen[..., 2:4]
        number = torch.ones_like(score) * (self.classes - 1)
        return torch.cat([centre - side / 2, centre + side / 2, score.unsqueeze(2), number.unsqueeze(2)], 2)


class Segmentation(V8):
    def forward(self, x):
        boxes = super().forward(x)
        return torch.cat([boxes, boxes[:, :1].expand(-1, 32, -1)], 1), F.avg_pool2d(self.white.grey(x), 4).expand(-1, 32, -1, -1)


class Classification(torch.nn.Module):
    def forward(self, x):
        return x.mean((2, 3)).softmax(1)


def torchscript(name, network, size, config=None, half=False):
    traced = torch.jit.trace(network.eval(), torch.zeros(1, 3, size, size), check_trace=False)
    if half:  # what makes the weights half before they are traced needs a graphics card
        traced.half()
    extra = {"config.txt": json.dumps(config).encode()} if config else {}
    torch.jit.save(traced, str(OUT / f"{name}.torchscript"), _extra_files=extra)


def onnx_file(name, network, size, metadata=None, dynamic=False, half=False):
    path = str(OUT / f"{name}.onnx")
    axes = {"images": {2: "height", 3: "width"}, "output0": {1: "boxes"}} if dynamic else None
    torch.onnx.export(network.eval(), torch.zeros(1, 3, size, size), path, opset_version=12, input_names=["images"],
                      output_names=["output0"], dynamic_axes=axes)
    model = onnx.load(path)
    for key, value in (metadata or {}).items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    if half:
        image = model.graph.input[0]
        image.type.tensor_type.elem_type = onnx.TensorProto.FLOAT16
        for node in model.graph.node:
            node.input[:] = ["floats" if name == "images" else name for name in node.input]
        model.graph.node.insert(0, onnx.helper.make_node("Cast", ["images"], ["floats"], to=onnx.TensorProto.FLOAT))
    onnx.checker.check_model(model)
    onnx.save(model, path)


warnings.filterwarnings("ignore")
OUT.mkdir(parents=True, exist_ok=True)
HELMET = {"stride": 32, "names": {"0": "helmet"}}
with torch.no_grad():
    torchscript("documented-export", V5(80, size=640), 640, {"shape": [1, 3, 640, 640], "stride": 32, "names": {str(i): f"thing {i}" for i in range(80)}})
    torchscript("fixed-320", V5(80, size=320), 320)
    torchscript("half", V5(80, size=320), 320, half=True)
    torchscript("helmet", V5(1), 320, {"shape": [1, 3, 320, 320], **HELMET})
    torchscript("v8", V8(1), 320, {"imgsz": [320, 320], "task": "detect", **HELMET})
    torchscript("not-a-number", NotANumber(1), 320, {"imgsz": [320, 320], "task": "detect", **HELMET})
    torchscript("segmentation", Segmentation(80), 320)
    torchscript("classification", Classification(), 224)
    onnx_file("v5-fixed", V5(80, size=320), 320)
    onnx_file("v5-heads", Heads(2, 320), 320)
    onnx_file("v8-dynamic", V8(2), 320, {"names": "{0: \"driver's seat\", 1: 'helmet'}", "stride": "32", "imgsz": "[320, 320]", "task": "detect"}, dynamic=True)
    onnx_file("end-to-end", EndToEnd(1), 320, {"names": "{0: 'helmet'}"})
    onnx_file("half", V5(80), 320, half=True, dynamic=True)
    onnx_file("pose", V8(1), 320, {"names": "{0: 'person'}", "task": "pose"})
for file in sorted(OUT.iterdir()):
    print(file.stat().st_size, file.name)
