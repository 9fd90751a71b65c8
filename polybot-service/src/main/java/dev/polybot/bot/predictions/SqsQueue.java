package dev.polybot.bot.predictions;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A queue to send to. */
final class SqsQueue {

    /** Listening shares the client and waits longer than this, so that it is set for each call. */
    private static final AwsRequestOverrideConfiguration LIMITS =
            AwsRequestOverrideConfiguration.builder()
                    .apiCallTimeout(Duration.ofSeconds(10))
                    .build();

    /** The longest that SQS keeps a new message back. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final SqsAsyncClient sqs;
    private final String queue;
    private volatile @Nullable String knownUrl;

    /**
     * A queue.
     *
     * @param queue its name or its address
     */
    SqsQueue(SqsAsyncClient sqs, String queue) {
        this.sqs = sqs;
        this.queue = queue;
        this.knownUrl = queue.startsWith("http") ? queue : null;
    }

    /** Returns when the message is durable; nobody sees it before the delay is over. */
    void send(String body, Duration delay) {
        Duration atMost = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        SendMessageRequest request =
                SendMessageRequest.builder()
                        .queueUrl(url())
                        .messageBody(body)
                        .delaySeconds(Math.toIntExact(atMost.toSeconds()))
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
