package dev.polybot.local.command;

import dev.polybot.local.stack.StackListener;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line for each part of the system that becomes ready, or ends; on a terminal, the seconds tick until then. */
final class StackProgress implements StackListener {

    private static final Duration TICK = Duration.ofMillis(250);

    private static final Map<String, String> WHAT =
            Map.of(
                    "emulators", "queues, storage, tables",
                    "detector", "finds things in pictures",
                    "bot", "talks to people");

    private final Terminal terminal;
    private final Map<String, Long> starting = new LinkedHashMap<>();

    StackProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void starting(String part) {
        boolean first = starting.isEmpty();
        starting.put(part, System.nanoTime());
        if (first && terminal.isInteractive()) {
            Thread.ofVirtual().name("ticking").start(this::tickWhileStarting);
        }
    }

    private void tickWhileStarting() {
        try {
            while (tick()) {
                Thread.sleep(TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean tick() {
        if (starting.isEmpty()) {
            return false;
        }
        long since = System.nanoTime() - starting.values().iterator().next();
        terminal.tick(
                terminal.faint(
                        String.format(
                                Locale.ROOT,
                                "  … %-8s %5.1f s",
                                String.join(", ", starting.keySet()),
                                since / 1e9)));
        return true;
    }

    @Override
    public synchronized void ready(String part, Duration took) {
        starting.remove(part);
        terminal.done(
                String.format(
                        Locale.ROOT,
                        "%-10s %5.1f s   %s",
                        part,
                        took.toMillis() / 1000.0,
                        terminal.faint(WHAT.getOrDefault(part.replaceAll("-\\d+$", ""), ""))));
    }

    @Override
    public synchronized void slow(String part, Duration waited) {
        if (!terminal.isInteractive()) {
            terminal.line("  … " + part + " is not ready yet after " + waited.toSeconds() + " s");
        }
    }

    @Override
    public synchronized void died(
            String part, int exitCode, List<String> logTail, @Nullable Duration restartIn) {
        starting.remove(part);
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
