package dev.polybot.local.chat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Serial;
import java.net.URI;

/** Somebody answers at the address, and it is no chat page of Polybot. */
public final class NoChatException extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    NoChatException(URI address, @Nullable Throwable cause) {
        super(address + " is no chat page of Polybot.", cause);
    }
}
