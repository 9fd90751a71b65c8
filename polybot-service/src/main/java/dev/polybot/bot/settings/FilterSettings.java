package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings of the memory for filters: for each pixel in use about 9 bytes, none of them on the Java heap.
 *
 * @param maxPixels of a picture; the default lets in a phone's 12 megapixels
 * @param maxPixelsInWork of all pictures that are filtered at the same time
 * @param patience how long a picture waits for room before Telegram is asked to tell of it again
 */
public record FilterSettings(
        @DefaultValue("12600000") long maxPixels,
        @DefaultValue("12600000") long maxPixelsInWork,
        @DefaultValue("5s") Duration patience) {

    /** At nine bytes a pixel 450 MB. */
    private static final long MAX_PIXELS = 50_000_000;

    void check(SettingFaults faults) {
        faults.requireOneTo(MAX_PIXELS, maxPixels, "FILTERS_MAX_PIXELS");
        faults.require(
                maxPixelsInWork >= maxPixels,
                "FILTERS_MAX_PIXELS_IN_WORK",
                "must be no less than FILTERS_MAX_PIXELS.");
    }
}
