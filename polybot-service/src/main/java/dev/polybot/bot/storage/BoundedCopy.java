package dev.polybot.bot.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a stream up to a maximum size. */
public final class BoundedCopy {

    private BoundedCopy() {}

    /**
     * Writes the stream to a file, and of a longer one so many bytes.
     *
     * @return whether that was all of it
     * @throws IOException when the stream breaks off
     * @throws UncheckedIOException when the disk takes no more
     */
    public static boolean copy(InputStream from, Path to, long maxBytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[16 * 1024];
            long copied = 0;
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                int taken = (int) Math.min(read, maxBytes - copied);
                write(out, buffer, taken);
                if (taken < read) {
                    return false;
                }
                copied += taken;
            }
            return true;
        }
    }

    /** A full disk is our fault, a stream that breaks off is not. */
    private static void write(OutputStream file, byte[] buffer, int length) {
        try {
            file.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk takes no more of a picture.", e);
        }
    }
}
