package dev.polybot.load.pictures;

import java.io.Serial;

/** What was named is not a set of pictures that can be sent. */
public final class UnusablePicturesException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    UnusablePicturesException(String sentence) {
        super(sentence);
    }
}
