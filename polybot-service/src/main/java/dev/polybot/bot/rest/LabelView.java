package dev.polybot.bot.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.Dimensions;

import org.jspecify.annotations.Nullable;

/**
 * The JSON of one detection.
 *
 * @param box in pixels of the upright picture; null when the picture's size was not noted
 * @param normalised as fractions of the picture's width and height
 */
record LabelView(
        @JsonProperty("class") String className,
        double confidence,
        @Nullable Box box,
        Normalised normalised) {

    /** From the top left corner. */
    record Box(double x, double y, double width, double height) {}

    /** Around its centre. */
    record Normalised(double cx, double cy, double width, double height) {}

    static LabelView of(Label label, @Nullable Dimensions picture) {
        return new LabelView(
                label.className(),
                label.confidence(),
                picture == null ? null : box(label, picture),
                new Normalised(label.cx(), label.cy(), label.width(), label.height()));
    }

    private static Box box(Label label, Dimensions picture) {
        return new Box(
                pixels(label.cx() - label.width() / 2, picture.width()),
                pixels(label.cy() - label.height() / 2, picture.height()),
                pixels(label.width(), picture.width()),
                pixels(label.height(), picture.height()));
    }

    /** To a hundredth of a pixel: what is finer is noise. */
    private static double pixels(double fraction, int side) {
        return Math.round(fraction * side * 100) / 100.0;
    }
}
