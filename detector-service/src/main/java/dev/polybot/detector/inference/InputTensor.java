package dev.polybot.detector.inference;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.polybot.pictures.Picture;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The memory of one network input, used again for every picture of its worker: red, green and blue plane after each other,
 * 32-bit floats from 0 to 1.
 */
final class InputTensor {

    static final int CHANNELS = 3;

    private static final double GREY = 114 / 255.0;

    private final ByteBuffer memory;

    /**
     * Reserves the memory.
     *
     * @param maxPixels of the largest input
     */
    InputTensor(int maxPixels) {
        this.memory =
                ByteBuffer.allocateDirect(CHANNELS * Float.BYTES * maxPixels)
                        .order(ByteOrder.nativeOrder());
    }

    /** Lays the picture into the input; the buffer that is returned holds exactly this input until the next call. */
    ByteBuffer fill(Picture picture, Letterbox letterbox) {
        int plane = letterbox.inputWidth() * letterbox.inputHeight();
        ByteBuffer input =
                memory.slice(0, CHANNELS * Float.BYTES * plane).order(ByteOrder.nativeOrder());
        try (Mat resized = new Mat();
                Mat scaled = new Mat();
                Size size = new Size(letterbox.contentWidth(), letterbox.contentHeight());
                FloatPointer floats = new FloatPointer(input.asFloatBuffer())) {
            resize(picture.bgr(), resized, size, 0, 0, INTER_LINEAR);
            resized.convertTo(scaled, CV_32F, 1 / 255.0, 0);
            for (int channel = 0; channel < CHANNELS; channel++) {
                try (FloatPointer start = floats.getPointer((long) channel * plane)) {
                    fillPlane(start, scaled, CHANNELS - 1 - channel, letterbox);
                }
            }
        }
        return input;
    }

    private static void fillPlane(
            FloatPointer start, Mat photo, int photoChannel, Letterbox letterbox) {
        try (Mat plane = new Mat(letterbox.inputHeight(), letterbox.inputWidth(), CV_32FC1, start);
                Scalar grey = new Scalar(GREY);
                Rect place =
                        new Rect(
                                letterbox.left(),
                                letterbox.top(),
                                letterbox.contentWidth(),
                                letterbox.contentHeight());
                Mat content = new Mat(plane, place)) {
            plane.put(grey);
            extractChannel(photo, content, photoChannel);
        }
    }
}
