package dev.polybot.detector.pictures;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A decoded picture, upright, in native memory that is given back by {@link #close()}.
 *
 * @param bgr the pixels: blue, green, red, 8 bits each
 */
public record Picture(Mat bgr) implements AutoCloseable {

    public int width() {
        return bgr.cols();
    }

    public int height() {
        return bgr.rows();
    }

    @Override
    public void close() {
        bgr.close();
    }
}
