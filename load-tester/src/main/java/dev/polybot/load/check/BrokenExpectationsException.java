package dev.polybot.load.check;

import java.io.Serial;

/** A file of expected results that cannot be read; the message says where and why. */
public final class BrokenExpectationsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    BrokenExpectationsException(String sentence) {
        super(sentence);
    }
}
