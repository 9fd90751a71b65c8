package dev.polybot.pictures.testing;

import java.nio.ByteBuffer;

/** Finds markers in JPEG files, and puts bytes into files. */
public final class JpegBytes {

    private JpegBytes() {}

    /** Where the first marker with this second byte stands. */
    public static int indexOf(byte[] jpeg, int marker) {
        int i = 0;
        while (jpeg[i] != (byte) 0xFF || jpeg[i + 1] != (byte) marker) {
            i++;
        }
        return i;
    }

    /** A copy of the file with more bytes at a position. */
    public static byte[] inserted(byte[] file, int position, byte... more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, position)
                .put(more)
                .put(file, position, file.length - position)
                .array();
    }
}
