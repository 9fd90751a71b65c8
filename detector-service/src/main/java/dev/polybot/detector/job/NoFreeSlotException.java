package dev.polybot.detector.job;

import java.io.Serial;

/** Signals that all slots stayed busy for longer than a job may wait: another process may have a free one. */
public class NoFreeSlotException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public NoFreeSlotException() {
        super("no slot is free");
    }
}
