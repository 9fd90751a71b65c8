package dev.polybot.local.command;

import dev.polybot.local.stack.StackListener;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line for each part of the system that becomes ready, or ends. */
final class StackProgress implements StackListener {

    private static final Map<String, String> WHAT =
            Map.of(
                    "emulators", "queues, storage, tables",
                    "detector", "finds things in pictures",
                    "bot", "talks to people");

    private final Terminal terminal;

    StackProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void ready(String part, Duration took) {
        terminal.done(
                String.format(
                        Locale.ROOT,
                        "%-10s %5.1f s   %s",
                        part,
                        took.toMillis() / 1000.0,
                        terminal.faint(WHAT.getOrDefault(part.replaceAll("-\\d+$", ""), ""))));
    }

    @Override
    public synchronized void slow(String part, String lastWords) {
        String words = lastWords.replaceFirst("^.* : ", "");
        terminal.line(
                "  … "
                        + part
                        + " is not ready yet"
                        + (words.isEmpty() ? "" : ". It says: " + words));
    }

    @Override
    public synchronized void died(
            String part, int exitCode, List<String> logTail, @Nullable Duration restartIn) {
        terminal.trouble(
                "The " + part + " has ended (exit code " + exitCode + "). Its last words:");
        logTail.forEach(line -> terminal.line("      " + line));
        terminal.line(
                restartIn == null
                        ? "    It has ended too often and is left alone. `./polybot down`, then"
                                + " `up`, starts afresh."
                        : "    It is started again in " + restartIn.toSeconds() + " s.");
    }
}
