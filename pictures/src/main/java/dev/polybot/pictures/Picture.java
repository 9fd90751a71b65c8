package dev.polybot.pictures;

import static org.bytedeco.opencv.global.opencv_core.norm;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A decoded picture, upright, in native memory that is given back by {@link #close()}.
 *
 * @param bgr the pixels: blue, green, red, 8 bits each
 */
public record Picture(Mat bgr) implements AutoCloseable {

    /** Whether the other has the same size and the same pixels. */
    boolean hasPixelsOf(Picture other) {
        return width() == other.width() && height() == other.height() && norm(bgr, other.bgr) == 0;
    }

    public PictureSize size() {
        return new PictureSize(width(), height());
    }

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
