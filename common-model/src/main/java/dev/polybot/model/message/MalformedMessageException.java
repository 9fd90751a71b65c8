package dev.polybot.model.message;

import java.io.Serial;

/** A queue message that is not what its queue carries. Trying it again cannot help. */
public class MalformedMessageException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
