package dev.polybot.local.telegram.picture;

import java.io.Serial;

/** A file that cannot be sent as a photo; the message is Telegram's word for why. */
public final class UnusablePicture extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    UnusablePicture(String reason) {
        super(reason);
    }
}
