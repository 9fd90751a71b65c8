package dev.polybot.load.terminal;

import dev.polybot.load.run.Progress;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows how far a run is: as a bar that moves on a terminal, as a line every few seconds everywhere else. */
public final class ProgressBar implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int CELLS = 24;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private final Supplier<Progress> progress;
    private final Thread thread;

    /**
     * Begins.
     *
     * @param total how many requests there will be; 0 when time decides
     */
    public ProgressBar(PrintStream out, int total, Supplier<Progress> progress) {
        this.out = out;
        this.terminal = isTerminal();
        this.total = total;
        this.progress = progress;
        this.thread = Thread.ofPlatform().daemon().name("progress").start(this::show);
    }

    @SuppressWarnings(
            "SystemConsoleNull") // The JDK of whoever runs it may have another console provider.
    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    private void show() {
        try {
            while (true) {
                Thread.sleep(terminal ? ON_TERMINAL : ELSEWHERE);
                String line = line(progress.get(), total);
                if (terminal) {
                    out.print(CLEAR_LINE + "  " + line);
                    out.flush();
                } else {
                    out.println("  " + line);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String line(Progress now, int total) {
        int answered = now.done() - now.lost();
        return String.format(
                Locale.ROOT,
                "%s%d%s answered, %.1f/s, p50 %s, p95 %s, p99 %s, %.0f s%s%s",
                total == 0 ? "" : bar(now.done(), total) + ' ',
                answered,
                total == 0 ? "" : "/" + total,
                now.perSecond(),
                time(now.p50()),
                time(now.p95()),
                time(now.p99()),
                now.seconds(),
                now.bad() == 0 ? "" : ", " + now.bad() + " NOT RIGHT",
                now.lost() == 0 ? "" : ", " + now.lost() + " LOST");
    }

    private static String bar(int done, int total) {
        int full = (int) Math.min(CELLS, (long) done * CELLS / total);
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }

    /** 0 as long as nothing is answered. */
    private static String time(double millis) {
        if (millis == 0) {
            return "–";
        }
        return millis < 1000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
