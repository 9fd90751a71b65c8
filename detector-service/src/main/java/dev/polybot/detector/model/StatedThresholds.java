package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

/**
 * The thresholds that a model's settings state. Models differ in how sure of themselves they are; what is not stated is as
 * in YOLOv5.
 *
 * @param confidence above which a box counts, 0..1
 * @param overlap intersection over union above which two boxes of one class are the same thing, 0..1
 * @param overlapAcrossClasses the same for two boxes of different classes; by default they are never the same thing
 */
public record StatedThresholds(
        @Nullable Float confidence, @Nullable Float overlap, @Nullable Float overlapAcrossClasses) {

    /** Says nothing. */
    public static final StatedThresholds NOTHING = new StatedThresholds(null, null, null);

    public StatedThresholds {
        requireShare("confidence", confidence);
        requireShare("overlap", overlap);
        requireShare("overlapAcrossClasses", overlapAcrossClasses);
    }

    private static void requireShare(String name, @Nullable Float value) {
        if (value != null && !(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be over 0 and at most 1");
        }
    }
}
