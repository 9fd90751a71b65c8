package dev.polybot.detector.inference;

/**
 * What counts as found.
 *
 * @param confidence above which a box counts, unless a job says otherwise
 * @param overlap intersection over union above which two boxes of one class are the same thing
 * @param maxBoxes in one picture
 */
public record DetectionThresholds(float confidence, float overlap, int maxBoxes) {

    /** Those of Ultralytics' detect.py. */
    public static final DetectionThresholds ULTRALYTICS =
            new DetectionThresholds(0.25f, 0.45f, 1000);
}
