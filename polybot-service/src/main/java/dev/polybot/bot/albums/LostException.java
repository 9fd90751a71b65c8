package dev.polybot.bot.albums;

import java.io.Serial;

/** Another instance acts on this album by now. */
final class LostException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    LostException() {
        super("The album is another instance's now");
    }
}
