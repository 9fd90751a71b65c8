package dev.polybot.pictures;

import dev.polybot.pictures.testing.AnimatedGif;
import dev.polybot.pictures.testing.Drawn;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a fuzzer calls with files that it makes up: whatever the bytes, our own reading of headers refuses them or tells a size
 * within the limits, and throws nothing else. No pixel is decoded. The profile {@code fuzz} lets Jazzer look for bytes that
 * find another way; {@link HeaderFuzzerTests} tries some in every build.
 */
public final class HeaderFuzzer {

    private static final PictureLimits LIMITS = new PictureLimits(1 << 20, 50_000_000, 20_000);

    /** What a completed file has beyond the original: an end, and what a frame or a packed row adds. */
    private static final int MOST_ADDED = 1 << 16;

    private static final PictureDecoder DECODER = new PictureDecoder(LIMITS);

    private HeaderFuzzer() {}

    /**
     * Writes the files to begin with.
     *
     * @param arguments the folder for them
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<byte[]> seeds = seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
    }

    /** A small file of each kind. */
    static List<byte[]> seeds() {
        return List.of(
                Drawn.jpeg(),
                Drawn.jpegTurned(6),
                Drawn.progressiveJpeg(Drawn.noise()),
                Drawn.jpegWithRestarts(),
                Drawn.png(),
                Drawn.file(Drawn.quarters(BufferedImage.TYPE_INT_ARGB), "png"),
                Drawn.file(Drawn.quarters(BufferedImage.TYPE_BYTE_INDEXED), "gif"),
                AnimatedGif.of(List.of(Drawn.noise(), Drawn.noise())),
                Drawn.file(Drawn.quarters(BufferedImage.TYPE_3BYTE_BGR), "bmp"),
                Drawn.webp());
    }

    /** By the name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] file) {
        PictureSize size;
        try {
            size = DECODER.inspect(file);
        } catch (PictureRejectedException refused) {
            return;
        }
        check(size.width() > 0 && size.height() > 0 && size.isWithin(LIMITS), "size", size);
        PictureFormat format = PictureFormat.of(ByteBuffer.wrap(file)).orElseThrow();
        byte[] begun = format == PictureFormat.JPEG ? JpegStart.withoutStrayBytes(file) : file;
        check(begun.length <= file.length, "length", begun.length);
        var _ = format == PictureFormat.JPEG && JpegEntropy.isSpoilt(begun);
        var _ = Transparency.isPossible(format, begun);
        int orientation = ExifOrientation.of(format, begun);
        check(orientation >= 1 && orientation <= 8, "orientation", orientation);
        List<byte[]> completed = Completion.of(format, begun);
        for (byte[] ended : completed) {
            check(
                    format == PictureFormat.PNG || ended.length <= begun.length + MOST_ADDED,
                    "completed length",
                    ended.length);
        }
    }

    private static void check(boolean holds, String what, Object value) {
        if (!holds) {
            throw new IllegalStateException(what + ' ' + value);
        }
    }
}
