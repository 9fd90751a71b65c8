package dev.polybot.detector.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What pictures a model takes.
 *
 * @param size the longer side, in pixels
 * @param stride each side is a multiple of this many pixels
 */
public record ModelInput(int size, int stride, Shape shape) {

    /** As YOLOv5's own weights are trained and exported. */
    public static final ModelInput YOLOV5 = new ModelInput(640, 32, Shape.RECTANGLE);

    private static final int MAX_SIZE = 4096;

    /** Which inputs the network was made for. */
    public enum Shape {
        /** The smallest rectangle that holds the photo. */
        @JsonProperty("rectangle")
        RECTANGLE,
        /** Always the full square: the network was traced at one size. */
        @JsonProperty("square")
        SQUARE
    }

    public ModelInput {
        if (stride < 1 || size < stride || size > MAX_SIZE || size % stride != 0) {
            throw new IllegalArgumentException(
                    "the input size must be a multiple of the stride, and at most " + MAX_SIZE);
        }
    }
}
