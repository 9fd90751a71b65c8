package dev.polybot.local.chat;

import java.io.Serial;

/** The chat did not take what was sent; the message says why, in Telegram's words. */
public final class ChatRefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    ChatRefusedException(String reason) {
        super(reason);
    }
}
