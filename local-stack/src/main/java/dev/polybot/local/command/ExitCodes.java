package dev.polybot.local.command;

/** What {@code ./polybot} ends with. */
final class ExitCodes {

    /** Done; the bot has answered. */
    static final int OK = 0;

    /** The bot gave no answer in time, or for {@code predict} one without a picture. */
    static final int NO_ANSWER = 1;

    /** The command was given wrongly, or a file cannot be sent. */
    static final int USAGE = 2;

    /** The system could not be started, or is not running. */
    static final int NO_STACK = 3;

    private ExitCodes() {}
}
