package dev.polybot.bot.settings;

import java.io.Serial;

/** Signals that the service's settings are invalid; the message tells an operator all that is wrong, a line each. */
public class InvalidSettingsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    InvalidSettingsException(String faults) {
        super(faults);
    }

    /** One fault: the environment variable to change and, without its value, what to do. */
    public InvalidSettingsException(String variable, String remedy) {
        this(line(variable, remedy));
    }

    static String line(String variable, String remedy) {
        return "  " + variable + ": " + remedy;
    }
}
