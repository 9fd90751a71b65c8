package dev.polybot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of a PNG file, in their order, as far as the file goes; whatever comes after the end is none. Source: PNG
 * specification, third edition, section 5.
 */
final class PngChunks {

    static final int SIGNATURE = 8;

    private static final int IEND = 0x49454E44;

    /**
     * One chunk.
     *
     * @param start of its length field in the file
     * @param declared the bytes of data that it says it has
     * @param present the bytes of data that the file has of it
     */
    record Chunk(String type, int start, long declared, int present) {

        int data() {
            return start + 8;
        }

        boolean isWhole(int fileLength) {
            return declared == present && data() + present + 4 <= fileLength;
        }
    }

    private final List<Chunk> chunks = new ArrayList<>();

    PngChunks(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int position = SIGNATURE;
        while (position + 8 <= png.length) {
            long declared = Integer.toUnsignedLong(file.getInt(position));
            int present = (int) Math.min(declared, png.length - position - 8L);
            String type = new String(png, position + 4, 4, ISO_8859_1);
            chunks.add(new Chunk(type, position, declared, present));
            if (declared > present || file.getInt(position + 4) == IEND) {
                break;
            }
            position += 12 + present;
        }
    }

    /**
     * Whether a chunk declares more data than any file may have. A decoder makes room for what a chunk declares before it looks for
     * it, and that may be gigabytes.
     */
    static boolean declareMoreThan(long bytes, ByteBuffer png) {
        long position = SIGNATURE;
        while (position + 8 <= png.limit()) {
            long declared = Integer.toUnsignedLong(png.getInt((int) position));
            if (declared > bytes) {
                return true;
            }
            if (png.getInt((int) position + 4) == IEND) {
                break;
            }
            position += 12 + declared;
        }
        return false;
    }

    List<Chunk> all() {
        return chunks;
    }

    Optional<Chunk> first(String type) {
        return chunks.stream().filter(chunk -> chunk.type.equals(type)).findFirst();
    }
}
