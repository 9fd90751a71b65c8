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
    private static final int WINDOW = 1024;

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
        byte[] window = new byte[WINDOW];
        while (true) {
            position = nextMark(file, position, end, window);
            if (position >= end) {
                break;
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

    /**
     * The next byte that may begin a marker; the end when there is none. Byte by byte a mapped file takes a tenth of a second a picture
     * until its reading is compiled; by windows it takes none.
     */
    private static int nextMark(ByteBuffer file, int from, int end, byte[] window) {
        for (int start = from; start < end; start += window.length) {
            int length = Math.min(window.length, end - start);
            file.get(start, window, 0, length);
            for (int i = 0; i < length; i++) {
                if (window[i] == (byte) 0xFF) {
                    return start + i;
                }
            }
        }
        return end;
    }

    private static int segment(ByteBuffer file, int position) {
        return 2 + Math.max(2, Short.toUnsignedInt(file.getShort(position + 2)));
    }
}
