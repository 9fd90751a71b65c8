package dev.polybot.bot.settings;

import java.net.URI;
import java.util.List;

/** Validation that several settings share. */
final class Checks {

    private Checks() {}

    static void notBlank(
            String value, String variable, String meaning, List<InvalidSetting> faults) {
        if (value.isBlank()) {
            faults.add(new InvalidSetting(variable, "is missing; set it to " + meaning + "."));
        }
    }

    static void httpUrl(
            String value, String variable, String meaning, List<InvalidSetting> faults) {
        if (!isHttpUrl(value)) {
            faults.add(new InvalidSetting(variable, "must be " + meaning + "."));
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
