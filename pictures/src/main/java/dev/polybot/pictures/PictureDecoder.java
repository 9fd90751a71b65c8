package dev.polybot.pictures;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * Decodes strangers' files. Format and size are read from the header and judged before any pixel is decoded; a picture comes
 * out whole, upright and with its transparent parts on white, or not at all.
 */
public final class PictureDecoder {

    private final PictureLimits limits;

    public PictureDecoder(PictureLimits limits) {
        this.limits = limits;
    }

    /**
     * The size that the file's header declares, if neither it nor the work of decoding the file is beyond the limits.
     *
     * @throws PictureRejectedException when the file is no picture, or one outside the limits
     */
    public PictureSize inspect(byte[] file) {
        return inspect(ByteBuffer.wrap(file));
    }

    /**
     * The same without bringing the file into memory.
     *
     * @throws PictureRejectedException when the file is no picture, or one outside the limits
     */
    public PictureSize inspect(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            return inspect(channel.map(READ_ONLY, 0, channel.size(), arena).asByteBuffer());
        }
    }

    private PictureSize inspect(ByteBuffer file) {
        if (file.limit() == 0) {
            throw PictureRejectedException.empty();
        }
        if (file.limit() > limits.maxBytes()) {
            throw PictureRejectedException.tooLarge(limits);
        }
        PictureFormat format = decodable(file);
        PictureSize size = HeaderSize.read(format, file);
        if (!size.isWithin(limits)) {
            throw PictureRejectedException.tooManyPixels(size.width(), size.height(), limits);
        }
        if (format == PictureFormat.PNG && PngChunks.declareMoreThan(limits.maxBytes(), file)) {
            throw PictureRejectedException.damaged();
        }
        if (limits.isTooMuchWork(size, DecodingPasses.count(format, file))) {
            throw PictureRejectedException.tooMuchWork();
        }
        return size;
    }

    /**
     * The picture in the file; of an animation, its first frame.
     *
     * @throws PictureRejectedException as {@link #inspect} does, and when the file ends early or is damaged
     */
    public Picture decode(byte[] file) {
        inspect(file);
        PictureFormat format = decodable(ByteBuffer.wrap(file));
        byte[] begun = format == PictureFormat.JPEG ? JpegStart.withoutStrayBytes(file) : file;
        if (format == PictureFormat.JPEG && JpegEntropy.isSpoilt(begun)) {
            throw PictureRejectedException.damaged();
        }
        Picture picture = decode(format, begun);
        return picture == null ? decodeCompleted(format, begun) : picture;
    }

    /** A file without its end is read if the end is all that it lacks. */
    private static Picture decodeCompleted(PictureFormat format, byte[] file) {
        List<byte[]> files = Completion.of(format, file);
        Picture picture = files.isEmpty() ? null : decode(format, files.getFirst());
        if (picture == null) {
            throw PictureRejectedException.damaged();
        }
        for (byte[] ended : files.subList(1, files.size())) {
            try (Picture other = decode(format, ended)) {
                if (other == null || !picture.hasPixelsOf(other)) {
                    picture.close();
                    throw PictureRejectedException.damaged();
                }
            }
        }
        return picture;
    }

    private static @Nullable Picture decode(PictureFormat format, byte[] file) {
        if (!Transparency.isPossible(format, file)) {
            Mat bgr = pixels(file, IMREAD_COLOR);
            return bgr == null ? null : new Picture(bgr);
        }
        try (Mat stored = pixels(file, IMREAD_UNCHANGED)) {
            return stored == null ? null : onWhite(format, file, stored);
        }
    }

    private static @Nullable Picture onWhite(PictureFormat format, byte[] file, Mat stored) {
        int orientation = ExifOrientation.of(format, file);
        if (stored.channels() == 4) {
            Mat bgr = WhiteBackground.under(stored);
            ExifOrientation.apply(orientation, bgr);
            return new Picture(bgr);
        }
        Mat bgr = pixels(file, IMREAD_COLOR);
        if (bgr == null) {
            return null;
        }
        Transparency.grey(format, file)
                .ifPresent(grey -> WhiteBackground.inPlaceOf(grey, stored, orientation, bgr));
        return new Picture(bgr);
    }

    private static PictureFormat decodable(ByteBuffer file) {
        PictureFormat format =
                PictureFormat.of(file).orElseThrow(PictureRejectedException::notAPicture);
        if (!format.isDecoded()) {
            throw PictureRejectedException.unsupported(format);
        }
        return format;
    }

    private static @Nullable Mat pixels(byte[] file, int mode) {
        try (BytePointer bytes = new BytePointer(file);
                Mat encoded = new Mat(1, file.length, CV_8UC1, bytes)) {
            Mat decoded = imdecode(encoded, mode);
            if (decoded.empty()) {
                decoded.close();
                return null;
            }
            return decoded;
        }
    }
}
