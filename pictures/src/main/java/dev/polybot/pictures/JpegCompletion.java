package dev.polybot.pictures;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Ends a JPEG file that lacks its end marker. A decoder that runs out of data fills with grey and does not say so; but data
 * that it never needed cannot change the picture. So the file is ended in ways that differ only in what would be read beyond
 * its end: if all give the same pixels, none is missing.
 */
final class JpegCompletion {

    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
    private static final int BEYOND = 64;

    private JpegCompletion() {}

    /** The file with an end, once plainly and then with data beyond its own; none when whole scans are missing. */
    static List<byte[]> of(byte[] jpeg) {
        JpegScans scans = new JpegScans(jpeg);
        if (!scans.bringAll()) {
            return List.of();
        }
        int length = jpeg.length;
        while (jpeg[length - 1] == (byte) 0xFF) {
            length--;
        }
        byte[] restart = {(byte) 0xFF, (byte) scans.nextRestart()};
        byte[] none = {};
        return List.of(
                join(jpeg, length, none, none),
                join(jpeg, length, none, beyond(37)),
                join(jpeg, length, restart, beyond(37)));
    }

    private static byte[] beyond(int step) {
        byte[] data = new byte[BEYOND];
        for (int i = 0; i < BEYOND; i++) {
            data[i] = (byte) (i * step + 11 & 0x7F);
        }
        return data;
    }

    private static byte[] join(byte[] jpeg, int length, byte[] restart, byte[] beyond) {
        return ByteBuffer.allocate(length + restart.length + beyond.length + END.length)
                .put(jpeg, 0, length)
                .put(restart)
                .put(beyond)
                .put(END)
                .array();
    }
}
