package dev.polybot.local.telegram.api;

import java.io.Serial;

/** The connection of a call breaks, so that it gets no answer. */
final class ConnectionCut extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    ConnectionCut() {
        super("The connection is cut", null, false, false);
    }
}
