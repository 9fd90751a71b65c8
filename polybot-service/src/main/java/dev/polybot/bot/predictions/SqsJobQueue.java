package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.time.Duration;

/** The queue <em>identify</em>. */
@Component
class SqsJobQueue implements JobQueue {

    private final SqsQueue queue;

    SqsJobQueue(SqsAsyncClient sqs, BotSettings settings) {
        this.queue = new SqsQueue(sqs, settings.queues().identify());
    }

    @Override
    public void send(IdentifyJob job) {
        queue.send(MessageJson.write(job), Duration.ZERO);
    }
}
