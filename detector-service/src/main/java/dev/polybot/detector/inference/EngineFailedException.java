package dev.polybot.detector.inference;

import java.io.Serial;

/** Signals that an engine could not compute an input. */
final class EngineFailedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    EngineFailedException(String message) {
        super(message);
    }

    EngineFailedException(Throwable cause) {
        super(cause);
    }
}
