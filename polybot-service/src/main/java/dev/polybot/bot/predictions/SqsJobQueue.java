package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import io.awspring.cloud.sqs.operations.SqsTemplate;

import org.springframework.stereotype.Component;

/** The queue <em>identify</em>. */
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
        var _ = queues.send(queue, MessageJson.write(job));
    }
}
