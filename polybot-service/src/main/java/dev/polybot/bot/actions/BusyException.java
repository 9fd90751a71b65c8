package dev.polybot.bot.actions;

import java.io.Serial;

/** Signals that filtering has to be tried again later, because the memory for it is used up at the moment. */
public final class BusyException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public BusyException() {
        super("The memory for filtering is used up");
    }
}
