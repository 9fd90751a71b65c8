package dev.polybot.detector.model;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/**
 * The input that a model's settings state. Everything may be left out: what is not stated is found out from the model
 * itself.
 *
 * @param size the longer side, in pixels
 * @param stride each side is a multiple of this many pixels
 */
public record StatedInput(@Nullable Integer size, @Nullable Integer stride, @Nullable Shape shape) {

    /** Says nothing. */
    public static final StatedInput NOTHING = new StatedInput(null, null, null);

    /** The largest size that is believed, in pixels. */
    public static final int MAX_SIZE = 4096;

    /** Which inputs the network was made for. */
    public enum Shape {
        /** The smallest rectangle that holds the photo. */
        @JsonProperty("rectangle")
        RECTANGLE,
        /** Always the full square: the network was traced at one size. */
        @JsonProperty("square")
        SQUARE
    }

    public StatedInput {
        int multiple = stride == null ? 1 : stride;
        if (multiple < 1 || multiple > MAX_SIZE) {
            throw new IllegalArgumentException("the stride must be 1 to " + MAX_SIZE + " pixels");
        }
        if (size != null && (size < multiple || size > MAX_SIZE || size % multiple != 0)) {
            throw new IllegalArgumentException(
                    "the input size must be a multiple of the stride, and at most " + MAX_SIZE);
        }
    }
}
