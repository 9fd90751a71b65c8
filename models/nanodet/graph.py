"""A TensorFlow.js graph model: nodes and constants. Only reading; what the nodes mean is reference.py's and network.py's."""
import json
import math
from base64 import b64decode

import numpy as np


class Graph:
    """Nodes by name in the order in which they can be computed, and the constants' values."""

    def __init__(self, graph, weights):
        """graph: the model.json as text; weights: the content of its one weight file."""
        model = json.loads(graph)
        self.nodes = {node['name']: node for node in model['modelTopology']['node']}
        self.constants = _constants(model['weightsManifest'][0]['weights'], weights)

    def convolutions(self):
        """(weights [out, in, height, width], bias [out]) of each convolution, in the order of the network that was converted."""
        bias_of = {n['input'][0]: n['input'][1] for n in self.nodes.values() if n['op'] == 'Add' and n['input'][1] in self.constants}
        found = [n for n in self.nodes.values() if n['op'] == 'Conv2D']
        found.sort(key=lambda node: int(node['name'].rpartition('_')[2]) if '_' in node['name'] else 0)
        return [(self.constants[n['input'][1]].transpose(3, 2, 0, 1), self.constants[bias_of[n['name']]]) for n in found]


def text(node, attribute):
    return b64decode(node['attr'][attribute]['s']).decode()


def numbers(node, attribute):
    return [int(n) for n in node['attr'][attribute]['list']['i']]


def _constants(manifest, content):
    values, at = {}, 0
    for entry in manifest:
        stored = np.dtype(entry.get('quantization', entry)['dtype'])
        count = math.prod(entry['shape'])
        value = np.frombuffer(content, stored, count, at).reshape(entry['shape'])
        values[entry['name']] = value.astype(entry['dtype'])
        at += count * stored.itemsize
    if at != len(content):
        raise ValueError(f'the graph describes {at} bytes of weights, the file has {len(content)}')
    return values
