package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Converts a picture to greyscale. A pixel's brightness is 0.299 of its red, 0.587 of its green and 0.114 of its blue (the
 * luma of ITU-R BT.601), within one level; what is grey already keeps its value.
 */
final class Grey {

    private Grey() {}

    /** Fills {@code to} with the grey picture; it may be {@code from} itself. */
    static void convert(Mat from, Mat to) {
        try (Mat brightness = new Mat()) {
            cvtColor(from, brightness, COLOR_BGR2GRAY);
            cvtColor(brightness, to, COLOR_GRAY2BGR);
        }
    }
}
