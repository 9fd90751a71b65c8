package dev.polybot.detector.job;

import dev.polybot.detector.inference.Box;
import dev.polybot.detector.inference.Detection;
import dev.polybot.model.detection.Label;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Converts detections in pixels to labels in fractions of the picture. */
final class Labels {

    /** A hundredth of a pixel of the largest picture, and not the noise beyond it. */
    private static final int DECIMALS = 6;

    private Labels() {}

    static List<Label> of(List<Detection> detections, int width, int height) {
        return detections.stream().map(found -> label(found, width, height)).toList();
    }

    private static Label label(Detection found, int width, int height) {
        Box box = found.box();
        return new Label(
                found.className(),
                fraction(found.confidence(), 1),
                fraction((box.left() + box.right()) / 2, width),
                fraction((box.top() + box.bottom()) / 2, height),
                fraction(box.width(), width),
                fraction(box.height(), height));
    }

    private static double fraction(double part, double whole) {
        return BigDecimal.valueOf(Math.clamp(part / whole, 0.0, 1.0))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
