package dev.polybot.bot.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a stream up to a maximum size. */
public final class BoundedCopy {

    private BoundedCopy() {}

    /**
     * Writes the stream to a file, at most so many bytes of it.
     *
     * @return whether that was all of it
     */
    public static boolean copy(InputStream from, Path to, long maxBytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[64 * 1024];
            long copied = 0;
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                copied += read;
                if (copied > maxBytes) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }
}
