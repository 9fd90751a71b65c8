package dev.polybot.local.command;

import java.io.Serial;

/** The command ends, and why has been said already. */
final class ToldException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int exitCode;

    ToldException(int exitCode) {
        super("told already");
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
