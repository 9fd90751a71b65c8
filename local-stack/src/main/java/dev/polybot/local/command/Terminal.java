package dev.polybot.local.command;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.PrintStream;

/** Where people read what a command does: in colour on a terminal, plain everywhere else. */
final class Terminal {

    private final PrintStream out;
    private final boolean colour;

    private Terminal(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /**
     * A terminal that writes there.
     *
     * @param out standard output, or standard error where standard output is for the result
     */
    @SuppressWarnings(
            "SystemConsoleNull") // The JDK of whoever runs it may have another console provider.
    static Terminal on(PrintStream out) {
        @Nullable Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        return new Terminal(out, interactive && System.getenv("NO_COLOR") == null);
    }

    void line(String text) {
        out.println(text);
    }

    /** A line that things went well. */
    void done(String text) {
        out.println("  " + in("32", "✓") + ' ' + text);
    }

    /** A line that something is wrong. */
    void trouble(String text) {
        out.println("  " + in("31", "✗") + ' ' + text);
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
