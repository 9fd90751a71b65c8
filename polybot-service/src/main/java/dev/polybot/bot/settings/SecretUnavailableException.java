package dev.polybot.bot.settings;

import java.io.Serial;

/** A secret cannot be had; the message says why in words for an operator. */
public class SecretUnavailableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public SecretUnavailableException(String message) {
        super(message);
    }
}
