package dev.polybot.bot.waiting;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.testing.Aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.OptionalInt;

/** What tells of waiting, on the emulators, with as many in the queue as a test says, and looking when it says so. */
public final class WaitingForTests {

    public final WaitingNotices notices;
    private volatile OptionalInt depth = OptionalInt.empty();

    public WaitingForTests(String telegram, BotSettings settings, Clock clock) {
        this(telegram, Aws.DYNAMO_DB, settings, clock);
    }

    /** The same on those tables. */
    public WaitingForTests(
            String telegram, DynamoDbClient tables, BotSettings settings, Clock clock) {
        notices =
                new WaitingNotices(
                        TelegramClients.botApi(telegram),
                        _ -> true,
                        new PredictionStore(tables, settings, clock),
                        new WaitingNoticeStore(tables, settings, clock),
                        () -> depth,
                        clock);
    }

    /** Looks while so many wait. */
    public void lookAt(int waiting) {
        depth = OptionalInt.of(waiting);
        notices.update();
    }

    /** Looks while nobody says how many wait. */
    public void lookAtNothing() {
        depth = OptionalInt.empty();
        notices.update();
    }
}
