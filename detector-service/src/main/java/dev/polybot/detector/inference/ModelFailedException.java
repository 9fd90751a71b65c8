package dev.polybot.detector.inference;

import java.io.Serial;

/**
 * Signals that the engine failed on a picture. Trying again would fail again: the message says which model, at what, and
 * what to do, for the operator.
 */
public class ModelFailedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public ModelFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
