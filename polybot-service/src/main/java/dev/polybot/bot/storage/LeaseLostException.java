package dev.polybot.bot.storage;

import java.io.Serial;

/** Another instance may be doing this by now, so that this one must not go on. */
public final class LeaseLostException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("Another instance has taken this over");
    }
}
