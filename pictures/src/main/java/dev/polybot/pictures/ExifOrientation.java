package dev.polybot.pictures;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.bytedeco.opencv.opencv_core.Mat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns a picture as its EXIF says. OpenCV does so itself, but not where it is asked for the alpha channel too; only the
 * formats that can have both are read here.
 */
final class ExifOrientation {

    private static final int UPRIGHT = 1;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int WEBP_FIRST_CHUNK = 12;

    private ExifOrientation() {}

    /** 1 to 8, as EXIF numbers them; 1 (upright) where the file says nothing that can be understood. */
    static int of(PictureFormat format, byte[] file) {
        try {
            return switch (format) {
                case PNG ->
                        new PngChunks(file)
                                .first("eXIf")
                                .map(chunk -> inTiff(file, chunk.data(), chunk.present()))
                                .orElse(UPRIGHT);
                case WEBP -> inWebp(file);
                default -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    /** Turns the pixels in place; those of a picture on its side get new memory. */
    static void apply(int orientation, Mat picture) {
        if (orientation >= 5) {
            try (Mat onItsSide = picture.clone()) {
                transpose(onItsSide, picture);
            }
        }
        switch (orientation) {
            case 2, 6 -> flip(picture, picture, 1);
            case 3, 7 -> flip(picture, picture, -1);
            case 4, 8 -> flip(picture, picture, 0);
            default -> {}
        }
    }

    private static int inWebp(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long position = WEBP_FIRST_CHUNK;
        while (position + 8 <= file.length) {
            int start = (int) position;
            long length = Integer.toUnsignedLong(chunks.getInt(start + 4));
            if (new String(file, start, 4, ISO_8859_1).equals("EXIF")) {
                boolean prefixed = new String(file, start + 8, 4, ISO_8859_1).equals("Exif");
                int skipped = prefixed ? 6 : 0;
                return inTiff(
                        file,
                        start + 8 + skipped,
                        (int) Math.min(length, file.length - position - 8) - skipped);
            }
            position += 8 + length + (length & 1);
        }
        return UPRIGHT;
    }

    private static int inTiff(byte[] file, int start, int length) {
        ByteBuffer tiff = ByteBuffer.wrap(file, start, length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
