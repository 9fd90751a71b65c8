package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Digest;

import io.awspring.cloud.sqs.operations.SqsTemplate;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/**
 * The outbox as a FIFO queue: the group is the chat, so that one chat's wait is nobody else's, and the deduplication id is the
 * cause, so that what is put twice within five minutes lies in it once.
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
        var _ =
                queues.<String>send(
                        to ->
                                to.queue(queue)
                                        .payload(body)
                                        .messageGroupId(message.chatId())
                                        .messageDeduplicationId(Digest.of(message.cause())));
    }
}
