package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Sha256;
import dev.polybot.observability.Traces;

import io.awspring.cloud.sqs.operations.SqsTemplate;
import io.opentelemetry.api.trace.SpanKind;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/**
 * The outbox as an SQS FIFO queue: the group is the chat, so that a waiting chat delays no other, and the deduplication id
 * is the cause, so that duplicates within five minutes are dropped.
 */
@Component
class SqsOutbox implements Outbox {

    private final SqsTemplate queues;
    private final String queue;

    SqsOutbox(SqsTemplate queues, BotSettings settings) {
        this.queues = queues;
        this.queue = settings.queues().outbox();
    }

    @Override
    public void put(OutgoingMessage message) {
        String body = JsonMapper.shared().writeValueAsString(message);
        try (var _ = Traces.begin("send outbox", SpanKind.PRODUCER)) {
            send(message, body);
        }
    }

    private void send(OutgoingMessage message, String body) {
        var _ =
                queues.<String>send(
                        to ->
                                to.queue(queue)
                                        .payload(body)
                                        .headers(Traces.headers())
                                        .messageGroupId(message.chatId())
                                        .messageDeduplicationId(Sha256.hex(message.cause())));
    }
}
