package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings for when an album counts as complete.
 *
 * @param quietTime how long no further picture of it has come
 * @param longestWait how long its first picture waits at most
 */
public record AlbumSettings(
        @DefaultValue("2s") Duration quietTime, @DefaultValue("10s") Duration longestWait) {

    private static final Duration MAX = Duration.ofMinutes(5);

    void check(SettingFaults faults) {
        faults.require(
                !quietTime.isNegative() && quietTime.compareTo(MAX) <= 0,
                "ALBUM_QUIET_TIME",
                "must be 0 s to 5 min, such as 2s.");
        faults.require(
                longestWait.compareTo(quietTime) >= 0 && longestWait.compareTo(MAX) <= 0,
                "ALBUM_LONGEST_WAIT",
                "must be no less than ALBUM_QUIET_TIME and at most 5 min.");
    }
}
