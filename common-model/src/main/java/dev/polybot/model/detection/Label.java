package dev.polybot.model.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing found in a picture: its class and its box, as fractions of the picture's width and height (0..1), so that they
 * hold at any size it is shown.
 *
 * @param className the class's name
 * @param confidence objectness times class score, 0..1
 * @param cx the box's centre from the left edge
 * @param cy the box's centre from the top edge
 */
public record Label(
        @JsonProperty("class") String className,
        double confidence,
        double cx,
        double cy,
        double width,
        double height) {

    public Label {
        requireFraction("confidence", confidence);
        requireFraction("cx", cx);
        requireFraction("cy", cy);
        requireFraction("width", width);
        requireFraction("height", height);
    }

    private static void requireFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in 0..1 but is " + value);
        }
    }
}
