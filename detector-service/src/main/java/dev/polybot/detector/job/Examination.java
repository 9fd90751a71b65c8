package dev.polybot.detector.job;

import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;

import java.util.List;

/** What came of looking at a picture. */
final class Examination {

    private final List<Label> labels;
    private final ModelInfo model;
    private final byte[] annotated;

    Examination(List<Label> labels, ModelInfo model, byte[] annotated) {
        this.labels = List.copyOf(labels);
        this.model = model;
        this.annotated = annotated;
    }

    /** What was found, the most confident first. */
    List<Label> labels() {
        return labels;
    }

    /** What found it. */
    ModelInfo model() {
        return model;
    }

    /** The picture with the labels drawn on it, as JPEG; the array itself, not a copy. */
    byte[] annotated() {
        return annotated;
    }
}
