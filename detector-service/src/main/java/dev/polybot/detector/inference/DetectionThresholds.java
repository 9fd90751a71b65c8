package dev.polybot.detector.inference;

import dev.polybot.detector.model.StatedThresholds;

import org.jspecify.annotations.Nullable;

/**
 * Thresholds of confidence and overlap for detections.
 *
 * @param confidence above which a box counts, unless a job says otherwise
 * @param overlap intersection over union above which two boxes of one class are the same thing
 * @param overlapAcrossClasses the same for two boxes of different classes; at 1 they never are
 * @param maxBoxes in one picture
 */
public record DetectionThresholds(
        float confidence, float overlap, float overlapAcrossClasses, int maxBoxes) {

    /** Those of Ultralytics' detect.py. */
    public static final DetectionThresholds ULTRALYTICS =
            new DetectionThresholds(0.25f, 0.45f, 1, 1000);

    /** What is wanted comes first, then what the model's settings say, then Ultralytics' own. */
    public static DetectionThresholds of(
            StatedThresholds wanted, StatedThresholds model, int maxBoxes) {
        return new DetectionThresholds(
                first(wanted.confidence(), model.confidence(), ULTRALYTICS.confidence),
                first(wanted.overlap(), model.overlap(), ULTRALYTICS.overlap),
                first(
                        wanted.overlapAcrossClasses(),
                        model.overlapAcrossClasses(),
                        ULTRALYTICS.overlapAcrossClasses),
                maxBoxes);
    }

    private static float first(@Nullable Float wanted, @Nullable Float stated, float otherwise) {
        if (wanted != null) {
            return wanted;
        }
        return stated == null ? otherwise : stated;
    }
}
