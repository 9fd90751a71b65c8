package dev.polybot.bot.testing;

import dev.polybot.bot.settings.AlbumSettings;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.FilterSettings;
import dev.polybot.bot.settings.QueueSettings;
import dev.polybot.bot.settings.RateSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.settings.TelegramSettings;

import java.time.Duration;

/** Settings that fit the emulators. */
public final class TestSettings {

    private TestSettings() {}

    public static BotSettings of(FakeTelegram telegram) {
        return of(telegram, Duration.ofDays(30));
    }

    /** The same, with predictions kept for so long. */
    public static BotSettings of(FakeTelegram telegram, Duration retention) {
        return new BotSettings(
                Aws.variable("AWS_DEFAULT_REGION"),
                Duration.ZERO,
                new TelegramSettings(
                        "webhook",
                        "http://127.0.0.1:1",
                        "",
                        "",
                        FakeTelegram.TOKEN,
                        telegram.url()),
                new QueueSettings(
                        Aws.variable("SQS_QUEUE_IDENTIFY"),
                        Aws.variable("SQS_QUEUE_RESULTS"),
                        Aws.variable("SQS_QUEUE_IDENTIFY") + "-dead-letters",
                        Aws.variable("SQS_QUEUE_OUTBOX")),
                new StorageSettings(
                        Aws.variable("BUCKET_NAME"),
                        "images",
                        Aws.variable("BUCKET_NAME"),
                        "predicted",
                        true,
                        Aws.variable("TABLE_NAME"),
                        Aws.variable("STATE_TABLE_NAME"),
                        retention),
                new FilterSettings(4_000_000, 4_000_000, Duration.ofMillis(50)),
                new AlbumSettings(Duration.ofSeconds(2), Duration.ofSeconds(10)),
                new RateSettings(30, 1, 20));
    }
}
