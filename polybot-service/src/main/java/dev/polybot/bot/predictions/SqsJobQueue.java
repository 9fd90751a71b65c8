package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The queue <em>identify</em>. */
@Component
class SqsJobQueue implements JobQueue {

    /** Listening shares the client and waits longer than this, so that it is set for each call. */
    private static final AwsRequestOverrideConfiguration LIMITS =
            AwsRequestOverrideConfiguration.builder()
                    .apiCallTimeout(Duration.ofSeconds(10))
                    .build();

    private final SqsAsyncClient sqs;
    private final String queue;
    private volatile @Nullable String knownUrl;

    SqsJobQueue(SqsAsyncClient sqs, BotSettings settings) {
        this.sqs = sqs;
        this.queue = settings.queues().identify();
        this.knownUrl = queue.startsWith("http") ? queue : null;
    }

    @Override
    public void send(IdentifyJob job) {
        SendMessageRequest request =
                SendMessageRequest.builder()
                        .queueUrl(url())
                        .messageBody(MessageJson.write(job))
                        .overrideConfiguration(LIMITS)
                        .build();
        result(sqs.sendMessage(request));
    }

    private String url() {
        String known = knownUrl;
        if (known != null) {
            return known;
        }
        GetQueueUrlRequest request =
                GetQueueUrlRequest.builder().queueName(queue).overrideConfiguration(LIMITS).build();
        String url = result(sqs.getQueueUrl(request)).queueUrl();
        knownUrl = url;
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
