package dev.polybot.bot.actions;

import java.io.Serial;

/** Signals that filtering or joining has to be tried again later, because the memory for pixels is used up at the moment. */
public final class PixelBudgetExhaustedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public PixelBudgetExhaustedException() {
        super("The memory for filtering is used up");
    }
}
