package dev.polybot.pictures;

import java.nio.ByteBuffer;

/**
 * How often a decoder goes over the whole picture, told from the file without decoding anything. A progressive JPEG of a few
 * kilobytes can ask for thousands of passes over millions of pixels.
 */
final class DecodingPasses {

    private static final int JPEG_START_OF_SCAN = 0xDA;
    private static final int JPEG_END = 0xD9;
    private static final int PNG_INTERLACED = 28;
    private static final int PNG_PASSES = 7;

    private DecodingPasses() {}

    static long count(PictureFormat format, ByteBuffer file) {
        return switch (format) {
            case JPEG -> jpegScans(file);
            case PNG ->
                    file.limit() > PNG_INTERLACED && file.get(PNG_INTERLACED) == 1 ? PNG_PASSES : 1;
            default -> 1;
        };
    }

    /** Goes from marker to marker as a decoder does: over segments by their length, over pixels and rubbish byte by byte. */
    private static long jpegScans(ByteBuffer file) {
        int end = file.limit() - 1;
        int position = 2;
        long scans = 0;
        while (position < end) {
            if (file.get(position) != (byte) 0xFF) {
                position++;
                continue;
            }
            int marker = Byte.toUnsignedInt(file.get(position + 1));
            if (marker == 0xFF) {
                position++;
            } else if (marker == JPEG_END) {
                break;
            } else if (marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                position += 2;
            } else {
                scans += marker == JPEG_START_OF_SCAN ? 1 : 0;
                position += position + 3 <= end ? segment(file, position) : 2;
            }
        }
        return Math.max(1, scans);
    }

    private static int segment(ByteBuffer file, int position) {
        return 2 + Math.max(2, Short.toUnsignedInt(file.getShort(position + 2)));
    }
}
