package dev.polybot.detector.inference;

import static org.bytedeco.opencv.global.opencv_core.CV_16F;
import static org.bytedeco.opencv.global.opencv_core.CV_16FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.polybot.pictures.Picture;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The buffer of a network's input, reused for every picture of its worker: red, green and blue plane after each other, from
 * 0 to 1.
 */
final class InputTensor {

    static final int CHANNELS = 3;

    private static final double GREY = 114 / 255.0;

    private final ByteBuffer floats;
    private final ByteBuffer halves;
    private final Precision precision;

    /**
     * Reserves the memory.
     *
     * @param maxPixels of the largest input
     * @param precision of its numbers
     */
    InputTensor(int maxPixels, Precision precision) {
        this.floats = allocate(maxPixels, Precision.FLOAT);
        this.halves = allocate(precision == Precision.HALF ? maxPixels : 0, Precision.HALF);
        this.precision = precision;
    }

    private static ByteBuffer allocate(int pixels, Precision precision) {
        return ByteBuffer.allocateDirect(CHANNELS * precision.bytes() * pixels)
                .order(ByteOrder.nativeOrder());
    }

    /** Lays the picture into the input; the buffer that is returned holds exactly this input until the next call. */
    ByteBuffer fill(Picture picture, Letterbox letterbox) {
        int plane = letterbox.inputWidth() * letterbox.inputHeight();
        ByteBuffer input = slice(floats, plane, Precision.FLOAT);
        try (Mat resized = new Mat();
                MatVector channels = new MatVector();
                Size size = new Size(letterbox.contentWidth(), letterbox.contentHeight());
                FloatPointer start = new FloatPointer(input.asFloatBuffer())) {
            resize(picture.bgr(), resized, size, 0, 0, INTER_LINEAR);
            // Taken apart while they are bytes: a quarter of the memory that floats would be.
            split(resized, channels);
            for (int channel = 0; channel < CHANNELS; channel++) {
                try (FloatPointer place = start.getPointer((long) channel * plane);
                        Mat bytes = channels.get(CHANNELS - 1 - channel)) {
                    fillPlane(place, bytes, letterbox);
                }
            }
        }
        return inPrecision(input, plane);
    }

    /** An input of that size without a picture in it. */
    ByteBuffer fillGrey(int width, int height) {
        int plane = width * height;
        ByteBuffer input = slice(floats, plane, Precision.FLOAT);
        for (int i = 0; i < CHANNELS * plane; i++) {
            input.putFloat(i * Float.BYTES, (float) GREY);
        }
        return inPrecision(input, plane);
    }

    private ByteBuffer inPrecision(ByteBuffer input, int plane) {
        if (precision == Precision.FLOAT) {
            return input;
        }
        ByteBuffer half = slice(halves, plane, Precision.HALF);
        try (FloatPointer from = new FloatPointer(input.asFloatBuffer());
                BytePointer to = new BytePointer(half);
                Mat source = new Mat(CHANNELS, plane, CV_32FC1, from);
                Mat target = new Mat(CHANNELS, plane, CV_16FC1, to)) {
            source.convertTo(target, CV_16F);
        }
        return half;
    }

    private static ByteBuffer slice(ByteBuffer memory, int plane, Precision precision) {
        return memory.slice(0, CHANNELS * precision.bytes() * plane).order(ByteOrder.nativeOrder());
    }

    private static void fillPlane(FloatPointer start, Mat bytes, Letterbox letterbox) {
        try (Mat plane = new Mat(letterbox.inputHeight(), letterbox.inputWidth(), CV_32FC1, start);
                Scalar grey = new Scalar(GREY);
                Rect place =
                        new Rect(
                                letterbox.left(),
                                letterbox.top(),
                                letterbox.contentWidth(),
                                letterbox.contentHeight());
                Mat content = new Mat(plane, place)) {
            if (bytes.total() < plane.total()) {
                plane.put(grey);
            }
            bytes.convertTo(content, CV_32F, 1 / 255.0, 0);
        }
    }
}
