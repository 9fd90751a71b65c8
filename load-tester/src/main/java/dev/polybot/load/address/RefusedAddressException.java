package dev.polybot.load.address;

import java.io.Serial;

/** An address that may not be loaded; the message says why and what to do. */
public final class RefusedAddressException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    RefusedAddressException(String sentence) {
        super(sentence);
    }
}
