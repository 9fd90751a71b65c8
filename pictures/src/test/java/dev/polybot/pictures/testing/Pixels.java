package dev.polybot.pictures.testing;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.polybot.pictures.Picture;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.Arrays;

/**
 * A picture on Java's heap, to be looked into and compared.
 *
 * @param bgr row after row without gaps: blue, green, red, a byte each
 */
public record Pixels(int width, int height, byte[] bgr) {

    public static final int CHANNELS = 3;

    public Pixels {
        if (bgr.length != width * height * CHANNELS) {
            throw new IllegalArgumentException(
                    bgr.length + " bytes are no picture of " + width + " x " + height);
        }
    }

    /** A copy of the picture's pixels. */
    public static Pixels of(Picture picture) {
        byte[] bgr = new byte[picture.width() * picture.height() * CHANNELS];
        try (BytePointer data = picture.bgr().data()) {
            data.get(bgr);
        }
        return new Pixels(picture.width(), picture.height(), bgr);
    }

    /** A picture of these pixels, which the caller closes. */
    public Picture picture() {
        Mat mat = new Mat(height, width, CV_8UC3);
        try (BytePointer data = mat.data()) {
            data.put(bgr);
        }
        return new Picture(mat);
    }

    public int pixels() {
        return width * height;
    }

    /** A value, 0 to 255: of blue, green or red. */
    public int at(int x, int y, int channel) {
        return bgr[(y * width + x) * CHANNELS + channel] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels pixels
                && width == pixels.width
                && height == pixels.height
                && Arrays.equals(bgr, pixels.bgr);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bgr);
    }

    @Override
    public String toString() {
        return "Pixels[" + width + " x " + height + "]";
    }
}
