package dev.polybot.detector.pictures;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Writes pictures as JPEG, without metadata: where and with what a photo was taken stays with its original.
 *
 * @param quality 1 to 100
 */
public record JpegEncoder(int quality) {

    public byte[] encode(Picture picture) {
        try (BytePointer encoded = new BytePointer();
                IntPointer parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
            if (!imencode(".jpg", picture.bgr(), encoded, parameters)) {
                throw new IllegalStateException("the annotated picture could not be encoded");
            }
            byte[] file = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(file);
            return file;
        }
    }
}
