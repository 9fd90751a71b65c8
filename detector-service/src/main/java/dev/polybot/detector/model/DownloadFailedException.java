package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** A file could not be had from the web. The message says why, for the operator. */
class DownloadFailedException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    DownloadFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
