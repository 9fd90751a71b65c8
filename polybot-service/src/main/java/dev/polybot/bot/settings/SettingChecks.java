package dev.polybot.bot.settings;

import java.net.URI;
import java.util.List;

/** Checks that several settings share; faults are collected, not thrown. */
final class SettingChecks {

    private SettingChecks() {}

    static void notBlank(
            String value,
            String environmentVariable,
            String expected,
            List<InvalidSetting> faults) {
        if (value.isBlank()) {
            faults.add(
                    new InvalidSetting(
                            environmentVariable, "is missing; set it to " + expected + "."));
        }
    }

    static void httpUrl(
            String value,
            String environmentVariable,
            String expected,
            List<InvalidSetting> faults) {
        if (!isHttpUrl(value)) {
            faults.add(new InvalidSetting(environmentVariable, "must be " + expected + "."));
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
