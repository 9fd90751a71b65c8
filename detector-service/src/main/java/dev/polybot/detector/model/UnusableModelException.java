package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** Signals that a model was found but cannot be used. The message is a sentence for the operator and says which and why. */
public class UnusableModelException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public UnusableModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public UnusableModelException(String message) {
        this(message, null);
    }
}
