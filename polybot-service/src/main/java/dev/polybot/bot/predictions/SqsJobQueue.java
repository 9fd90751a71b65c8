package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.observability.Traces;

import io.awspring.cloud.sqs.operations.SqsTemplate;
import io.opentelemetry.api.trace.SpanKind;

import org.springframework.stereotype.Component;

/** The job queue as the SQS queue <em>identify</em>. */
@Component
class SqsJobQueue implements JobQueue {

    private final SqsTemplate queues;
    private final String queue;

    SqsJobQueue(SqsTemplate queues, BotSettings settings) {
        this.queues = queues;
        this.queue = settings.queues().identify();
    }

    @Override
    public void send(IdentifyJob job) {
        try (var _ = Traces.begin("send identify", SpanKind.PRODUCER)) {
            Traces.prediction(String.valueOf(job.predictionId()));
            // A fair queue by its message groups: a chat that asks seldom comes before one that has
            // filled the queue.
            var _ =
                    queues.<String>send(
                            to ->
                                    to.queue(queue)
                                            .payload(MessageJson.write(job))
                                            .messageGroupId(job.chatId())
                                            .headers(Traces.headers()));
        }
    }
}
