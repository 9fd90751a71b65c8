package dev.polybot.detector.job;

import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Dimensions;

import java.util.List;

/** The result of examining a picture: its labels and the annotated copy. */
final class Examination {

    private final List<Label> labels;
    private final ModelInfo model;
    private final double threshold;
    private final byte[] annotated;
    private final Dimensions picture;

    Examination(
            List<Label> labels,
            ModelInfo model,
            double threshold,
            byte[] annotated,
            Dimensions picture) {
        this.labels = List.copyOf(labels);
        this.model = model;
        this.threshold = threshold;
        this.annotated = annotated;
        this.picture = picture;
    }

    /** What was found, the most confident first. */
    List<Label> labels() {
        return labels;
    }

    /** What found it. */
    ModelInfo model() {
        return model;
    }

    /** The least confidence that counted. */
    double threshold() {
        return threshold;
    }

    /** The size of the picture that was looked at. */
    Dimensions picture() {
        return picture;
    }

    /** The picture with the labels drawn on it, as JPEG; the array itself, not a copy. */
    byte[] annotated() {
        return annotated;
    }
}
