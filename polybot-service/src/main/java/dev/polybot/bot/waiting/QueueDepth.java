package dev.polybot.bot.waiting;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.LogMessages;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The number of jobs that wait for a detector, as SQS counts them: approximate and at most two seconds old, so that
 * however many want to know, SQS is asked seldom. Empty when SQS does not say.
 */
@Component
public class QueueDepth implements Supplier<OptionalInt> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Whoever wants to know does not wait longer than this while SQS is away. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(QueueDepth.class);

    private final SqsAsyncClient sqs;
    private final String queue;
    private final Clock clock;
    private @Nullable String url;
    private Instant askedAt = Instant.MIN;
    private OptionalInt known = OptionalInt.empty();

    QueueDepth(SqsAsyncClient sqs, BotSettings settings, Clock clock) {
        this.sqs = sqs;
        this.queue = settings.queues().identify();
        this.clock = clock;
    }

    @Override
    public synchronized OptionalInt get() {
        Instant now = clock.instant();
        if (askedAt.isBefore(now.minus(FRESH))) {
            known = ask();
            askedAt = now;
        }
        return known;
    }

    private OptionalInt ask() {
        try {
            String address = url();
            String count =
                    sqs.getQueueAttributes(
                                    ask ->
                                            ask.overrideConfiguration(QueueDepth::limit)
                                                    .queueUrl(address)
                                                    .attributeNames(
                                                            QueueAttributeName
                                                                    .APPROXIMATE_NUMBER_OF_MESSAGES))
                            .join()
                            .attributes()
                            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
            return count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count));
        } catch (CompletionException e) {
            log.debug("SQS does not say how many wait: {}", LogMessages.inWords(e));
            return OptionalInt.empty();
        }
    }

    private String url() {
        String found = url;
        if (found == null) {
            found =
                    queue.startsWith("http")
                            ? queue
                            : sqs.getQueueUrl(
                                            ask ->
                                                    ask.overrideConfiguration(QueueDepth::limit)
                                                            .queueName(queue))
                                    .join()
                                    .queueUrl();
            url = found;
        }
        return found;
    }

    private static void limit(AwsRequestOverrideConfiguration.Builder call) {
        call.apiCallTimeout(LIMIT);
    }
}
