"""Writes the network as the file that Polybot's detector reads. The same weights give the same bytes every time."""
import hashlib
import warnings
from io import BytesIO
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

OPSET = 13


def write(network, folder):
    """Writes the file and says its hash."""
    content = onnx_file(network)
    (Path(folder) / 'nanodet-g.onnx').write_bytes(content)
    print(f'nanodet-g.onnx: {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}')


def onnx_file(network):
    """Weights of 16 bits, made 32 by the engine when it loads the file; any batch, height and width."""
    content = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', UserWarning)
        # This one says that a value of the traced size went into the file.
        warnings.simplefilter('error', torch.jit.TracerWarning)
        torch.onnx.export(
            network, torch.zeros(1, 3, 64, 96), content, opset_version=OPSET, input_names=['images'], output_names=['boxes'],
            dynamic_axes={'images': {0: 'batch', 2: 'height', 3: 'width'}, 'boxes': {0: 'batch', 1: 'boxes'}})
    model = onnx.load_from_string(content.getvalue())
    _halve(model.graph)
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def _halve(graph):
    """Stores each tensor that 16 bits hold exactly as such, with a cast behind it that the engine folds away."""
    casts = []
    for tensor in graph.initializer:
        value = numpy_helper.to_array(tensor)
        half = value.astype(np.float16) if value.dtype == np.float32 else value
        if value.dtype == np.float32 and value.size > 1 and np.array_equal(half.astype(np.float32), value):
            casts.append(helper.make_node('Cast', [tensor.name + '.half'], [tensor.name], to=onnx.TensorProto.FLOAT))
            tensor.CopyFrom(numpy_helper.from_array(half, tensor.name + '.half'))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
