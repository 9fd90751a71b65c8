package dev.polybot.bot.predictions;

import dev.polybot.bot.outbox.Delivery;
import dev.polybot.bot.outbox.Outboxes;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.SentMessages;
import dev.polybot.bot.waiting.WaitingForTests;

import io.awspring.cloud.sqs.operations.SqsTemplate;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What answers predictions, on the emulators, and says it at once. */
final class Parts {

    final PredictionStore predictions;
    final PredictionRequestStore requests;
    final AlbumPredictionStore albumPredictions;
    final AnswerPublisher answers;
    final SentMessages sent = new SentMessages();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final FailedJobs failedJobs;
    final WaitingForTests waiting;

    Parts(String telegram, BotSettings settings, Clock clock) {
        waiting = new WaitingForTests(telegram, settings, clock);
        predictions = new PredictionStore(Aws.DYNAMO_DB, settings, clock);
        requests = new PredictionRequestStore(Aws.DYNAMO_DB, settings, clock);
        albumPredictions = new AlbumPredictionStore(Aws.DYNAMO_DB, settings, clock);
        List<Delivery> deliveries =
                List.of(
                        new AnswerDelivery(requests, waiting.notices, settings),
                        new AlbumDelivery(albumPredictions, predictions, waiting.notices, clock));
        answers =
                new AnswerPublisher(
                        albumPredictions,
                        Outboxes.direct(telegram, settings, clock, deliveries),
                        events::add);
        SqsTemplate queues = SqsTemplate.newTemplate(sent);
        failedJobs =
                new FailedJobs(
                        predictions,
                        new RepeatPrediction(
                                requests,
                                new SqsJobQueue(queues, settings),
                                waiting.notices,
                                settings,
                                clock),
                        queues,
                        settings,
                        clock);
    }
}
