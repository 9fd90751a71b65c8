package dev.polybot.bot.testing;

import dev.polybot.bot.settings.AlbumSettings;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.FilterSettings;
import dev.polybot.bot.settings.QueueSettings;
import dev.polybot.bot.settings.RateSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.settings.TelegramSettings;

import java.time.Duration;

/** Settings for what needs no other service. */
public final class OfflineSettings {

    private OfflineSettings() {}

    /** Settings in which a picture, and all that are in work, may have so many pixels. */
    public static BotSettings withFilters(long maxPixels, long maxPixelsInWork) {
        return new BotSettings(
                "eu-central-1",
                Duration.ZERO,
                new TelegramSettings(
                        "webhook",
                        "https://bot.example.org",
                        "",
                        "",
                        FakeTelegram.TOKEN,
                        "https://api.telegram.org"),
                new QueueSettings("identify", "results", "dead", "outbox.fifo"),
                new StorageSettings(
                        "bucket",
                        "images",
                        "bucket",
                        "predicted",
                        false,
                        "table",
                        "state",
                        Duration.ofDays(1)),
                new FilterSettings(maxPixels, maxPixelsInWork, Duration.ofMillis(20)),
                new AlbumSettings(Duration.ofSeconds(2), Duration.ofSeconds(10)),
                new RateSettings(30, 1, 20));
    }
}
