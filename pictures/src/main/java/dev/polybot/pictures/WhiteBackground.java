package dev.polybot.pictures;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC4;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.inRange;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Lays a picture with transparent parts on white, as a page or a chat would show it. */
final class WhiteBackground {

    /** Few rows at a time: the intermediate copies of a whole picture would take several times its memory. */
    private static final int BAND_ROWS = 64;

    private WhiteBackground() {}

    /** The picture without transparency, in memory of its own; 16-bit channels become 8-bit ones. */
    static Mat under(Mat bgra) {
        Mat bgr = new Mat(bgra.rows(), bgra.cols(), CV_8UC3);
        for (int top = 0; top < bgra.rows(); top += BAND_ROWS) {
            int bottom = Math.min(top + BAND_ROWS, bgra.rows());
            try (Mat from = bgra.rowRange(top, bottom);
                    Mat to = bgr.rowRange(top, bottom)) {
                blend(from, to);
            }
        }
        return bgr;
    }

    /**
     * Whitens what has one grey.
     *
     * @param stored one channel, as the file has it
     * @param orientation by which {@code bgr} was turned and {@code stored} was not
     */
    static void inPlaceOf(int grey, Mat stored, int orientation, Mat bgr) {
        try (Mat transparent = new Mat();
                Mat value = new Mat(1, 1, CV_64F, new Scalar(grey));
                Mat white = new Mat(1, 1, CV_64FC4, Scalar.all(255))) {
            inRange(stored, value, value, transparent);
            ExifOrientation.apply(orientation, transparent);
            bgr.setTo(white, transparent);
        }
    }

    private static void blend(Mat from, Mat to) {
        try (Mat eightBit = new Mat();
                Mat alpha = new Mat();
                Mat opacity = new Mat();
                Mat white = new Mat()) {
            from.convertTo(eightBit, CV_8U, from.depth() == CV_16U ? 1 / 257.0 : 1, 0);
            cvtColor(eightBit, to, COLOR_BGRA2BGR);
            extractChannel(eightBit, alpha, 3);
            cvtColor(alpha, opacity, COLOR_GRAY2BGR);
            multiply(to, opacity, to, 1 / 255.0, CV_8U);
            bitwise_not(opacity, white);
            add(to, white, to);
        }
    }
}
