package dev.polybot.local.command;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** Where people read what a command does: in colour on a terminal, plain everywhere else. */
final class Terminal {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean interactive;
    private final boolean colour;
    private boolean ticking;

    private Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
        this.colour = interactive && System.getenv("NO_COLOR") == null;
    }

    /**
     * A terminal that writes there.
     *
     * @param out standard output, or standard error where standard output is for the result
     */
    static Terminal on(PrintStream out) {
        return new Terminal(
                out,
                isTerminal(out == System.err ? "2" : "1") && !"dumb".equals(System.getenv("TERM")));
    }

    /** {@code ./polybot} says which of its streams are terminals; Java alone only knows whether all are. */
    @SuppressWarnings(
            "SystemConsoleNull") // The JDK of whoever runs it may have another console provider.
    private static boolean isTerminal(String stream) {
        String terminals = System.getProperty("polybot.terminals");
        if (terminals != null) {
            return terminals.contains(stream);
        }
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** A name without what would command the terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** How long something took; nothing took no time. */
    static String seconds(double seconds) {
        return String.format(
                Locale.ROOT, seconds < 0.1 ? "%.2f s" : "%.1f s", Math.max(0.01, seconds));
    }

    boolean isInteractive() {
        return interactive;
    }

    /** A line that the next one takes the place of; nothing where that cannot be seen. */
    synchronized void tick(String text) {
        if (interactive) {
            out.print(CLEAR_LINE + text);
            out.flush();
            ticking = true;
        }
    }

    /** Ends the ticking. */
    synchronized void clear() {
        if (ticking) {
            out.print(CLEAR_LINE);
            out.flush();
            ticking = false;
        }
    }

    /** How many of many are done; below zero to make room for a line. */
    void count(int done, int of) {
        if (done < 0 || of < 2) {
            clear();
        } else {
            tick(faint("  " + done + " of " + of));
        }
    }

    void line(String text) {
        say(text);
    }

    private synchronized void say(String text) {
        clear();
        out.println(text);
    }

    /** A line that things went well. */
    void done(String text) {
        say("  " + in("32", "✓") + ' ' + text);
    }

    /** A line that something is wrong. */
    void trouble(String text) {
        say("  " + in("31", "✗") + ' ' + text);
    }

    String strong(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colour ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
    }
}
