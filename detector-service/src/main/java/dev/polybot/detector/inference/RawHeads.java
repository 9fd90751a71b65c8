package dev.polybot.detector.inference;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * The raw heads of a prepared YOLOv5 network, with their anchors and strides: undecoded, one output {@code [1, anchors x (5
 * + classes), rows, columns]} for each of the scales at which it looks at a picture. Stands in the file's metadata as JSON.
 *
 * @param heads in the order of the network's outputs
 */
record RawHeads(List<Head> heads) {

    /** The key of the metadata. */
    static final String KEY = "polybot.yolov5.heads";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    RawHeads {
        heads = List.copyOf(heads);
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("a network without an output");
        }
    }

    /**
     * One scale.
     *
     * @param stride pixels of the input from one cell to the next
     * @param anchors the sizes that boxes are told against
     */
    record Head(int stride, List<Anchor> anchors) {

        Head {
            anchors = List.copyOf(anchors);
            if (stride <= 0 || anchors.isEmpty()) {
                throw new IllegalArgumentException("a scale of stride " + stride);
            }
        }
    }

    /** In pixels of the input. */
    record Anchor(float width, float height) {}

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static RawHeads ofJson(String json) {
        try {
            return JSON.readValue(json, RawHeads.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its metadata " + KEY + " cannot be read", e);
        }
    }
}
