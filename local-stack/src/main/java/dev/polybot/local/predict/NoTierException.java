package dev.polybot.local.predict;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Serial;
import java.net.URI;

/** Somebody answers at the address, and it is no REST tier of Polybot. */
public final class NoTierException extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    NoTierException(URI address, @Nullable Throwable cause) {
        super(address + " is no REST tier of Polybot.", cause);
    }
}
