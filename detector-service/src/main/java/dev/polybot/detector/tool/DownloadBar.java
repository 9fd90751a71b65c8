package dev.polybot.detector.tool;

import dev.polybot.detector.model.DownloadListener;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress bar of a download: one line that counts on a terminal, a line now and then elsewhere. */
final class DownloadBar implements DownloadListener {

    private static final double MEGABYTE = 1e6;

    private final PrintStream out;
    private final boolean terminal;
    private final long every;
    private long last;

    @SuppressWarnings("SystemConsoleNull") // Another JDK may have another console provider.
    DownloadBar(PrintStream out) {
        this.out = out;
        @Nullable Console console = System.console();
        this.terminal = console != null && console.isTerminal();
        this.every = (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(5)).toNanos();
        this.last = System.nanoTime() - every;
    }

    @Override
    public synchronized void came(String file, long bytes, long total) {
        boolean whole = bytes == total;
        if (!whole && System.nanoTime() - last < every) {
            return;
        }
        last = System.nanoTime();
        String line =
                total > 0
                        ? String.format(
                                Locale.ROOT,
                                "%s: %.1f of %.1f MB (%d %%)",
                                file,
                                bytes / MEGABYTE,
                                total / MEGABYTE,
                                100 * bytes / total)
                        : String.format(Locale.ROOT, "%s: %.1f MB", file, bytes / MEGABYTE);
        out.print(terminal ? "\r" + line + (whole ? "\n" : "") : line + "\n");
        out.flush();
    }
}
