package dev.polybot.bot.filters.files;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import dev.polybot.bot.filters.Raster;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Strangers' picture files in, JPEG files out. The first call loads OpenCV's native libraries; nothing before it does.
 */
public final class PictureFiles {

    /** At this quality, with colours as sharp as brightness, the loss of a picture that is saved once more is not seen. */
    private static final int QUALITY = 92;

    private PictureFiles() {}

    /**
     * The picture in a file: upright, as its EXIF data say, its transparent parts on white; of an animation the first frame.
     *
     * @throws UnusablePictureException when the file is no picture that is decoded, is damaged or outside the limits; which of
     *     them is known before any pixel is decoded, but for damage among the pixels
     */
    public static Raster decode(byte[] file) {
        PictureHeader header = PictureHeader.read(file);
        if (header.format().mayBeTransparent()) {
            try (Mat asStored = pixels(file, IMREAD_UNCHANGED)) {
                if (asStored.channels() == 4) {
                    return onWhite(asStored);
                }
            }
        }
        try (Mat bgr = pixels(file, IMREAD_COLOR)) {
            return new Raster(bgr.cols(), bgr.rows(), bytes(bgr));
        }
    }

    /** The picture as JPEG, without any metadata: where and with what the original was taken does not travel on. */
    public static byte[] encodeJpeg(Raster picture) {
        try (BytePointer pixels = new BytePointer(picture.bgr());
                Mat bgr = new Mat(picture.height(), picture.width(), CV_8UC3, pixels);
                BytePointer encoded = new BytePointer();
                IntPointer parameters =
                        new IntPointer(
                                IMWRITE_JPEG_QUALITY,
                                QUALITY,
                                IMWRITE_JPEG_SAMPLING_FACTOR,
                                IMWRITE_JPEG_SAMPLING_FACTOR_444)) {
            if (!imencode(".jpg", bgr, encoded, parameters)) {
                throw new IllegalStateException("the picture could not be encoded");
            }
            byte[] file = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(file);
            return file;
        }
    }

    private static Mat pixels(byte[] file, int mode) {
        try (BytePointer bytes = new BytePointer(file);
                Mat encoded = new Mat(1, file.length, CV_8UC1, bytes)) {
            Mat decoded = imdecode(encoded, mode);
            if (decoded.empty()) {
                decoded.close();
                throw new UnusablePictureException(UnusablePictureException.Reason.DAMAGED);
            }
            return decoded;
        }
    }

    private static byte[] bytes(Mat continuous) {
        byte[] bytes = new byte[Math.toIntExact(continuous.total() * continuous.elemSize())];
        try (BytePointer data = continuous.data()) {
            data.get(bytes);
        }
        return bytes;
    }

    private static Raster onWhite(Mat bgra) {
        try (Mat eightBit = new Mat()) {
            double scale = bgra.elemSize1() == Short.BYTES ? 1 / 257.0 : 1;
            bgra.convertTo(eightBit, CV_8U, scale, 0);
            return new Raster(bgra.cols(), bgra.rows(), WhiteBackground.under(bytes(eightBit)));
        }
    }
}
