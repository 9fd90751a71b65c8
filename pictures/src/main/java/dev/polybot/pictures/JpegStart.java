package dev.polybot.pictures;

import java.nio.ByteBuffer;

/** The start of a JPEG file. OpenCV knows a JPEG by three bytes: its start marker, and the first byte of the next marker. */
final class JpegStart {

    private static final int MARKER_BYTES = 2;

    private JpegStart() {}

    /** The file without what lies between its start marker and the next marker, which decoders skip anywhere else. */
    static byte[] withoutStrayBytes(byte[] jpeg) {
        int next = MARKER_BYTES;
        while (next < jpeg.length && jpeg[next] != (byte) 0xFF) {
            next++;
        }
        if (next == MARKER_BYTES) {
            return jpeg;
        }
        return ByteBuffer.allocate(MARKER_BYTES + jpeg.length - next)
                .put(jpeg, 0, MARKER_BYTES)
                .put(jpeg, next, jpeg.length - next)
                .array();
    }
}
