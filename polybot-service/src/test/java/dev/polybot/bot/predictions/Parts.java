package dev.polybot.bot.predictions;

import dev.polybot.bot.outbox.Delivery;
import dev.polybot.bot.outbox.Outboxes;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.testing.Aws;

import java.time.Clock;
import java.util.List;

/** What answers predictions, on the emulators, and says it at once. */
final class Parts {

    final PredictionRepository predictions;
    final Questions questions;
    final AlbumRuns runs;
    final Answers answers;

    Parts(String telegram, BotSettings settings, Clock clock) {
        predictions = new DynamoDbPredictionRepository(Aws.DYNAMO_DB, settings);
        questions = new Questions(Aws.DYNAMO_DB, settings, clock);
        runs = new AlbumRuns(Aws.DYNAMO_DB, settings, clock);
        List<Delivery> deliveries =
                List.of(
                        new AnswerDelivery(questions, settings),
                        new AlbumDelivery(runs, predictions, clock));
        answers =
                new Answers(
                        predictions, runs, Outboxes.direct(telegram, settings, clock, deliveries));
    }
}
