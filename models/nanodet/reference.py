"""NanoDet-g in plain numpy: the published graph computed node by node, and its boxes decoded one by one. Slow, and easy to check."""
import numpy as np

from . import graph as tfjs

TRACED_AT = 416
MEAN_BGR = np.array([103.53, 116.28, 123.675], np.float32)
DEVIATION_BGR = np.array([57.375, 57.12, 58.395], np.float32)
OUTPUTS = {8: ('Identity', 'Identity_3'), 16: ('Identity_1', 'Identity_4'), 32: ('Identity_2', 'Identity_5')}


def boxes(graph, image):
    """Rows of YOLOv5's layout for one picture: RGB from 0 to 1, [3, H, W]."""
    height, width = image.shape[1:]
    bgr = image[::-1].transpose(1, 2, 0) * 255
    values = _compute(graph, ((bgr - MEAN_BGR) / DEVIATION_BGR).transpose(2, 0, 1)[None])
    rows = []
    for stride, (scores, sides) in OUTPUTS.items():
        cells = ((x, y) for y in range(height // stride) for x in range(width // stride))
        for (x, y), score, side in zip(cells, values[scores][0], values[sides][0], strict=True):
            left, top, right, bottom = (_expected(bins) * stride for bins in side.reshape(4, 11))
            centre_x, centre_y = (x + 0.5) * stride, (y + 0.5) * stride
            x1, y1, x2, y2 = centre_x - left, centre_y - top, centre_x + right, centre_y + bottom
            rows.append([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1, 1, *score])
    return np.array(rows, np.float32)


def _expected(bins):
    weights = np.exp(bins - bins.max())
    return (weights / weights.sum() * np.arange(11)).sum()


def _compute(graph, image):
    values = dict(graph.constants)
    for name, node in graph.nodes.items():
        if node['op'] == 'Placeholder':
            values[name] = image
        elif node['op'] in OPERATIONS:
            inputs = [values.get(i.removesuffix(':0')) for i in node['input']]
            result = OPERATIONS[node['op']](node, inputs, image.shape)
            if isinstance(result, list):
                values.update((f'{name}:{i}' if i else name, part) for i, part in enumerate(result))
            else:
                values[name] = result
    return values


def _convolve(node, inputs, _):
    x, weights = inputs
    windows = np.lib.stride_tricks.sliding_window_view(x, weights.shape[:2], (1, 2))
    step = tfjs.numbers(node, 'strides')[1]
    return np.einsum('nhwcij,ijco->nhwo', windows[:, ::step, ::step], weights, optimize=True)


def _max_pool(node, inputs, _):
    size, step = tfjs.numbers(node, 'ksize')[1], tfjs.numbers(node, 'strides')[1]
    return np.lib.stride_tricks.sliding_window_view(inputs[0], (size, size), (1, 2))[:, ::step, ::step].max((4, 5))


def _resize(node, inputs, shape):
    # The graph names sizes that hold for its own input alone: elsewhere they grow with the input.
    x = inputs[0]
    for axis, side in ((1, shape[2]), (2, shape[3])):
        x = _resize_axis(x, axis, int(inputs[1][axis - 1]) * side // TRACED_AT)
    return x


def _resize_axis(x, axis, size):
    at = np.clip((np.arange(size) + 0.5) * x.shape[axis] / size - 0.5, 0, x.shape[axis] - 1)
    low = np.floor(at).astype(int)
    high = np.minimum(low + 1, x.shape[axis] - 1)
    share = (at - low).astype(np.float32).reshape([-1 if a == axis else 1 for a in range(4)])
    return np.take(x, low, axis) * (1 - share) + np.take(x, high, axis) * share


def _split(node, inputs, _):
    x, sizes, axis = inputs
    return np.split(x, np.cumsum(sizes)[:-1], int(axis))


OPERATIONS = {
    'Add': lambda node, inputs, _: inputs[0] + inputs[1],
    'ConcatV2': lambda node, inputs, _: np.concatenate(inputs[:-1], int(inputs[-1])),
    'Conv2D': _convolve,
    'Identity': lambda node, inputs, _: inputs[0],
    'LeakyRelu': lambda node, inputs, _: np.maximum(inputs[0], inputs[0] * np.float32(node['attr']['alpha']['f'])),
    'MaxPool': _max_pool,
    'Pad': lambda node, inputs, _: np.pad(inputs[0], inputs[1]),
    'PadV2': lambda node, inputs, _: np.pad(inputs[0], inputs[1], constant_values=inputs[2]),
    # The only one lays the cells in a row; the sizes it names hold for the graph's own input alone.
    'Reshape': lambda node, inputs, _: inputs[0].reshape(*inputs[0].shape[:2], -1),
    'ResizeBilinear': _resize,
    'Sigmoid': lambda node, inputs, _: 1 / (1 + np.exp(-inputs[0])),
    'SplitV': _split,
    'Transpose': lambda node, inputs, _: inputs[0].transpose(inputs[1]),
}
