package dev.polybot.detector.inference;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX file as a graph that can be cut. What is not touched stays as it is, so that no part of the format need be known but the
 * few fields that are named here.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">the format's fields</a>
 */
final class OnnxGraph {

    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_METADATA = 14;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int GRAPH_SHAPES = 13;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATOR = 4;
    private static final int INITIALIZER_NAME = 8;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENTS = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIMENSION = 1;
    private static final int DIMENSION_VALUE = 1;
    private static final int DIMENSION_NAME = 2;
    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;

    private static final int FLOAT = 1;

    private final UnknownFieldSet model;
    private final UnknownFieldSet graph;
    private final Map<String, UnknownFieldSet> producers = new HashMap<>();

    private OnnxGraph(UnknownFieldSet model, UnknownFieldSet graph)
            throws InvalidProtocolBufferException {
        this.model = model;
        this.graph = graph;
        for (UnknownFieldSet node : messages(graph, GRAPH_NODE)) {
            strings(node, NODE_OUTPUT).forEach(output -> producers.put(output, node));
        }
    }

    /**
     * Reads a file's bytes.
     *
     * @throws InvalidProtocolBufferException when they are no ONNX file
     */
    static OnnxGraph parse(byte[] file) throws InvalidProtocolBufferException {
        UnknownFieldSet model = UnknownFieldSet.parseFrom(file);
        List<UnknownFieldSet> graphs = messages(model, MODEL_GRAPH);
        if (graphs.size() != 1) {
            throw new InvalidProtocolBufferException("a file without a network");
        }
        return new OnnxGraph(model, graphs.getFirst());
    }

    byte[] toBytes() {
        return model.toBuilder()
                .clearField(MODEL_GRAPH)
                .mergeField(MODEL_GRAPH, field(graph))
                .build()
                .toByteArray();
    }

    /** The names of the network's outputs. */
    List<String> outputs() throws InvalidProtocolBufferException {
        List<String> names = new ArrayList<>();
        for (UnknownFieldSet output : messages(graph, GRAPH_OUTPUT)) {
            names.addAll(strings(output, VALUE_NAME));
        }
        return names;
    }

    /** The outputs of the convolutions that come last before that value, on each way to it, in the order of the ways. */
    List<String> lastConvolutions(String value) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(value));
        while (!ahead.isEmpty()) {
            String name = ahead.pop();
            UnknownFieldSet producer = producers.get(name);
            if (producer == null || !seen.add(name)) {
                continue;
            }
            if (strings(producer, NODE_OPERATOR).equals(List.of("Conv"))) {
                found.add(name);
            } else {
                strings(producer, NODE_INPUT).reversed().forEach(ahead::push);
            }
        }
        return List.copyOf(found);
    }

    /** The same with these values as further outputs. */
    OnnxGraph showing(List<String> values) throws InvalidProtocolBufferException {
        UnknownFieldSet.Builder shown = graph.toBuilder();
        values.forEach(value -> shown.mergeField(GRAPH_OUTPUT, field(output(value))));
        return new OnnxGraph(model, shown.build());
    }

    /** Only what leads to these values, which become the outputs, for pictures of any height and width. */
    OnnxGraph cutAt(List<String> values) throws InvalidProtocolBufferException {
        Set<String> needed = needed(values);
        UnknownFieldSet.Builder cut =
                graph.toBuilder()
                        .clearField(GRAPH_NODE)
                        .clearField(GRAPH_INITIALIZER)
                        .clearField(GRAPH_INPUT)
                        .clearField(GRAPH_OUTPUT)
                        .clearField(GRAPH_SHAPES);
        for (UnknownFieldSet node : messages(graph, GRAPH_NODE)) {
            if (strings(node, NODE_OUTPUT).stream().anyMatch(needed::contains)) {
                cut.mergeField(GRAPH_NODE, field(node));
            }
        }
        Set<String> initial = new HashSet<>();
        for (UnknownFieldSet initializer : messages(graph, GRAPH_INITIALIZER)) {
            if (strings(initializer, INITIALIZER_NAME).stream().anyMatch(needed::contains)) {
                cut.mergeField(GRAPH_INITIALIZER, field(initializer));
                initial.addAll(strings(initializer, INITIALIZER_NAME));
            }
        }
        for (UnknownFieldSet input : messages(graph, GRAPH_INPUT)) {
            for (String name : strings(input, VALUE_NAME)) {
                if (needed.contains(name) && !initial.contains(name)) {
                    cut.mergeField(GRAPH_INPUT, field(picture(name)));
                }
            }
        }
        values.forEach(value -> cut.mergeField(GRAPH_OUTPUT, field(output(value))));
        return new OnnxGraph(model, cut.build());
    }

    /** Whether what the file says of itself has such an entry. */
    boolean says(String key) throws InvalidProtocolBufferException {
        return messages(model, MODEL_METADATA).stream()
                .anyMatch(entry -> strings(entry, ENTRY_KEY).contains(key));
    }

    /** The same with an entry more in what the file says of itself, or another value of one. */
    OnnxGraph saying(String key, String value) throws InvalidProtocolBufferException {
        UnknownFieldSet.Builder said = model.toBuilder().clearField(MODEL_METADATA);
        for (UnknownFieldSet entry : messages(model, MODEL_METADATA)) {
            if (!strings(entry, ENTRY_KEY).contains(key)) {
                said.mergeField(MODEL_METADATA, field(entry));
            }
        }
        said.mergeField(
                MODEL_METADATA,
                field(
                        UnknownFieldSet.newBuilder()
                                .mergeField(ENTRY_KEY, field(key))
                                .mergeField(ENTRY_VALUE, field(value))
                                .build()));
        return new OnnxGraph(said.build(), graph);
    }

    private Set<String> needed(List<String> values) {
        Set<String> needed = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(values);
        while (!ahead.isEmpty()) {
            String name = ahead.pop();
            if (needed.add(name) && producers.containsKey(name)) {
                strings(producers.get(name), NODE_INPUT).forEach(ahead::push);
            }
        }
        return needed;
    }

    private static UnknownFieldSet picture(String name) {
        UnknownFieldSet shape =
                UnknownFieldSet.newBuilder()
                        .mergeField(SHAPE_DIMENSION, field(number(DIMENSION_VALUE, 1)))
                        .mergeField(
                                SHAPE_DIMENSION,
                                field(number(DIMENSION_VALUE, InputTensor.CHANNELS)))
                        .mergeField(SHAPE_DIMENSION, field(text(DIMENSION_NAME, "height")))
                        .mergeField(SHAPE_DIMENSION, field(text(DIMENSION_NAME, "width")))
                        .build();
        return value(
                name,
                number(TENSOR_ELEMENTS, FLOAT).toBuilder()
                        .mergeField(TENSOR_SHAPE, field(shape))
                        .build());
    }

    private static UnknownFieldSet output(String name) {
        return value(name, number(TENSOR_ELEMENTS, FLOAT));
    }

    private static UnknownFieldSet value(String name, UnknownFieldSet tensor) {
        UnknownFieldSet type =
                UnknownFieldSet.newBuilder().mergeField(TYPE_TENSOR, field(tensor)).build();
        return text(VALUE_NAME, name).toBuilder().mergeField(VALUE_TYPE, field(type)).build();
    }

    private static UnknownFieldSet number(int field, int value) {
        return UnknownFieldSet.newBuilder()
                .mergeField(field, Field.newBuilder().addVarint(value).build())
                .build();
    }

    private static UnknownFieldSet text(int field, String value) {
        return UnknownFieldSet.newBuilder().mergeField(field, field(value)).build();
    }

    private static Field field(UnknownFieldSet message) {
        return Field.newBuilder().addLengthDelimited(message.toByteString()).build();
    }

    private static Field field(String text) {
        return Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8(text)).build();
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet of, int field)
            throws InvalidProtocolBufferException {
        List<UnknownFieldSet> messages = new ArrayList<>();
        for (ByteString bytes : of.getField(field).getLengthDelimitedList()) {
            messages.add(UnknownFieldSet.parseFrom(bytes));
        }
        return messages;
    }

    private static List<String> strings(UnknownFieldSet of, int field) {
        return of.getField(field).getLengthDelimitedList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }
}
