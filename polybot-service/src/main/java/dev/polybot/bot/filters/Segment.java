package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.random.RandomGenerator;

/**
 * Thresholds each colour channel: whatever is over the threshold becomes 255, everything else 0, colour by colour. Of a grey
 * picture black and white remain.
 *
 * @param threshold 0 to 255
 */
public record Segment(int threshold) implements Filter {

    public static final int MAX_THRESHOLD = 255;

    public static final int DEFAULT_THRESHOLD = 100;

    /** @throws IllegalArgumentException when the threshold is not 0 to {@link #MAX_THRESHOLD} */
    public Segment {
        if (threshold < 0 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException("a threshold is 0 to " + MAX_THRESHOLD);
        }
    }

    @Override
    public void apply(Mat from, Mat to, RandomGenerator random) {
        opencv_imgproc.threshold(from, to, threshold, 255, THRESH_BINARY);
    }
}
