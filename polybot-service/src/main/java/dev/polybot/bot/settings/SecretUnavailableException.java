package dev.polybot.bot.settings;

import java.io.Serial;

/** Signals that a secret cannot be read; the message tells an operator why. */
public class SecretUnavailableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public SecretUnavailableException(String message) {
        super(message);
    }
}
