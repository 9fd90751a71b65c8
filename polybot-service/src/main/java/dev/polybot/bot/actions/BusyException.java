package dev.polybot.bot.actions;

import java.io.Serial;

/** Signals that there is no memory for another picture at the moment. */
public final class BusyException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public BusyException() {
        super("Too many pictures are being filtered");
    }
}
