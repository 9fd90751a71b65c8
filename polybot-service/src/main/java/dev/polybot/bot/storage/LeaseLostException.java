package dev.polybot.bot.storage;

import java.io.Serial;

/** Signals that a lease may have passed to another instance, so that this one must stop. */
public final class LeaseLostException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("Another instance has taken this over");
    }
}
