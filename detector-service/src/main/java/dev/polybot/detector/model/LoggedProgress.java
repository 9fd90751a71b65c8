package dev.polybot.detector.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Logs a download's progress every two seconds, and its end. */
final class LoggedProgress implements DownloadListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);
    private static final long LINE_EVERY = Duration.ofSeconds(2).toNanos();
    private static final double MEGABYTE = 1e6;

    private long lastLine = System.nanoTime();

    @Override
    public synchronized void came(String file, long bytes, long total) {
        if (bytes != total && System.nanoTime() - lastLine < LINE_EVERY) {
            return;
        }
        lastLine = System.nanoTime();
        String soFar = "%.1f MB".formatted(bytes / MEGABYTE);
        if (total > 0) {
            LOG.info(
                    "Downloading {}: {} of {} MB ({} %)",
                    file, soFar, "%.1f".formatted(total / MEGABYTE), 100 * bytes / total);
        } else {
            LOG.info("Downloading {}: {}", file, soFar);
        }
    }
}
