package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The queue <em>identify</em>. */
@Component
class SqsJobQueue implements JobQueue {

    private final SqsAsyncClient sqs;
    private final String queue;
    private volatile @Nullable String queueUrl;

    SqsJobQueue(SqsAsyncClient sqs, BotSettings settings) {
        this.sqs = sqs;
        this.queue = settings.queues().identify();
    }

    @Override
    public void send(IdentifyJob job) {
        String url = queueUrl();
        result(
                sqs.sendMessage(
                        request -> request.queueUrl(url).messageBody(MessageJson.write(job))));
    }

    private String queueUrl() {
        String known = queueUrl;
        if (known != null) {
            return known;
        }
        String url =
                queue.startsWith("http")
                        ? queue
                        : result(sqs.getQueueUrl(request -> request.queueName(queue))).queueUrl();
        queueUrl = url;
        return url;
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SdkException sdk ? sdk : e;
        }
    }
}
