package dev.polybot.bot.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with settings: for each fault the environment variable to change and, without its value, what to do.
 */
public final class SettingFaults {

    private final List<String> faults = new ArrayList<>();

    void add(String variable, String remedy) {
        faults.add(InvalidSettingsException.line(variable, remedy));
    }

    /** Adds a fault unless the condition holds. */
    public void require(boolean condition, String variable, String remedy) {
        if (!condition) {
            add(variable, remedy);
        }
    }

    void requireOneTo(long most, long value, String variable) {
        require(value >= 1 && value <= most, variable, "must be 1 to " + most + ".");
    }

    void requireText(String value, String variable, String expected) {
        require(!value.isBlank(), variable, "is missing; set it to " + expected + ".");
    }

    void requireHttpUrl(String value, String variable, String expected) {
        require(isHttpUrl(value), variable, "must be " + expected + ".");
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidSettingsException when there are faults, with all of them
     */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(String.join("\n", faults));
        }
    }

    private static boolean isHttpUrl(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
