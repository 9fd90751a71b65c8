package dev.polybot.bot.pacing;

import java.io.Serial;

/** What the instances share cannot be reached. */
final class RegisterLostException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    RegisterLostException(String message) {
        super(message);
    }
}
