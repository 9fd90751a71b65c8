package dev.polybot.detector.model;

import org.slf4j.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Copies a stream and tells how far it is. */
record DownloadProgress(Logger log, String name, long length, long maxBytes) {

    private static final long LINE_EVERY = Duration.ofSeconds(2).toNanos();
    private static final int BUFFER = 64 * 1024;
    private static final double MEGABYTE = 1e6;

    void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        long lastLine = System.nanoTime();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            copied += read;
            if (copied > maxBytes) {
                throw new IOException("more than " + maxBytes + " bytes came");
            }
            if (System.nanoTime() - lastLine >= LINE_EVERY) {
                lastLine = System.nanoTime();
                tell(copied);
            }
        }
        if (length >= 0 && copied != length) {
            throw new IOException("only " + copied + " of " + length + " bytes came");
        }
        tell(copied);
    }

    private void tell(long copied) {
        String soFar = "%.1f MB".formatted(copied / MEGABYTE);
        if (length > 0) {
            log.info(
                    "Downloading {}: {} of {} MB ({} %)",
                    name, soFar, megabytes(), 100 * copied / length);
        } else {
            log.info("Downloading {}: {}", name, soFar);
        }
    }

    private String megabytes() {
        return "%.1f".formatted(length / MEGABYTE);
    }
}
