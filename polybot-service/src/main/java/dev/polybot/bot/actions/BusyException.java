package dev.polybot.bot.actions;

import java.io.Serial;
import java.time.Duration;

/** Signals that there is no memory for another picture at the moment. */
public final class BusyException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** A picture is filtered in a second or two. */
    private static final Duration SOON = Duration.ofSeconds(2);

    public BusyException() {
        super("Too many pictures are being filtered");
    }

    /** When to try again. */
    public Duration retryAfter() {
        return SOON;
    }
}
