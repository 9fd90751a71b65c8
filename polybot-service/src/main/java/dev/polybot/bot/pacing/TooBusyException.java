package dev.polybot.bot.pacing;

import java.io.Serial;
import java.time.Duration;

/** A message cannot go out within the time that a thread waits for it. It keeps its place for when it is tried again. */
public final class TooBusyException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooBusyException(Duration retryAfter) {
        super("Telegram's limits leave no room now");
        this.retryAfter = retryAfter;
    }

    /** When it is to be tried again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
