package dev.polybot.pictures;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Writes pictures as JPEG, without metadata: where and with what a photo was taken stays with its original.
 *
 * @param quality 1 to 100
 * @param colours how sharp colours stay
 */
public record JpegEncoder(int quality, Colours colours) {

    /** At this quality, with sharp colours, the loss of a picture that is saved once more is not seen. */
    public static final JpegEncoder FINE = new JpegEncoder(92, Colours.SHARP);

    /** The longest side that libjpeg writes, in pixels. */
    public static final int MAX_SIDE = 65_500;

    /** JPEG's chroma subsampling. */
    public enum Colours {
        /** As sharp as brightness (4:4:4). */
        SHARP(IMWRITE_JPEG_SAMPLING_FACTOR_444),

        /** Half as sharp each way, as nearly all JPEG files have them (4:2:0): smaller files. */
        HALVED(IMWRITE_JPEG_SAMPLING_FACTOR_420);

        private final int samplingFactor;

        Colours(int samplingFactor) {
            this.samplingFactor = samplingFactor;
        }
    }

    public byte[] encode(Picture picture) {
        try (BytePointer encoded = new BytePointer();
                IntPointer parameters =
                        new IntPointer(
                                IMWRITE_JPEG_QUALITY,
                                quality,
                                IMWRITE_JPEG_SAMPLING_FACTOR,
                                colours.samplingFactor)) {
            if (!imencode(".jpg", picture.bgr(), encoded, parameters)) {
                throw new IllegalStateException("the picture could not be encoded");
            }
            byte[] file = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(file);
            return file;
        }
    }
}
