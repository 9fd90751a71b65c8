package dev.polybot.bot.waiting;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.observability.ExceptionSummary;

import io.awspring.cloud.sqs.QueueAttributesResolver;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The number of jobs that wait for a detector, as SQS counts them: approximate and at most two seconds old, so that
 * however many want to know, SQS is asked seldom. Empty when SQS does not say.
 */
@Component
public class QueueDepth implements Supplier<OptionalInt> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Whoever wants to know does not wait longer than this while SQS is away. */
    private static final int LIMIT_SECONDS = 1;

    private static final QueueAttributeName COUNT =
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;

    private static final Logger log = LoggerFactory.getLogger(QueueDepth.class);

    private final QueueAttributesResolver queue;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private OptionalInt known = OptionalInt.empty();

    QueueDepth(SqsAsyncClient sqs, BotSettings settings, Clock clock) {
        this.queue =
                QueueAttributesResolver.builder()
                        .queueName(settings.queues().identify())
                        .sqsAsyncClient(sqs)
                        .queueAttributeNames(List.of(COUNT))
                        .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                        .build();
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
            String count =
                    queue.resolveQueueAttributes()
                            .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                            .join()
                            .getQueueAttribute(COUNT);
            return count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count));
        } catch (CompletionException e) {
            log.debug("SQS does not say how many wait: {}", ExceptionSummary.of(e));
            return OptionalInt.empty();
        }
    }
}
