package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** Signals that a download failed. The message says why, for the operator. */
class DownloadFailedException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    DownloadFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
