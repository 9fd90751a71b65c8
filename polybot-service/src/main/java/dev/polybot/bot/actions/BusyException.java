package dev.polybot.bot.actions;

import java.io.Serial;
import java.time.Duration;

/** There is no room for one more picture now; soon there will be. */
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
