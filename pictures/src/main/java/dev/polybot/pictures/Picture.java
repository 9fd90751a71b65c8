package dev.polybot.pictures;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.norm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A decoded picture, upright, in native memory that is given back by {@link #close()}.
 *
 * @param bgr the pixels: blue, green, red, 8 bits each
 */
public record Picture(Mat bgr) implements AutoCloseable {

    /**
     * A copy of pixels on Java's heap.
     *
     * @param bgr row after row without gaps, three bytes a pixel
     */
    public static Picture of(int width, int height, byte[] bgr) {
        Mat mat = new Mat(height, width, CV_8UC3);
        try (BytePointer pixels = mat.data()) {
            pixels.put(bgr);
        }
        return new Picture(mat);
    }

    /** The pixels copied to Java's heap: row after row without gaps, three bytes a pixel. */
    public byte[] pixels() {
        byte[] pixels = new byte[Math.toIntExact(bgr.total() * bgr.elemSize())];
        try (BytePointer data = bgr.data()) {
            data.get(pixels);
        }
        return pixels;
    }

    /** Whether the other has the same size and the same pixels. */
    boolean hasPixelsOf(Picture other) {
        return width() == other.width() && height() == other.height() && norm(bgr, other.bgr) == 0;
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
