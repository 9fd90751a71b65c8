package dev.polybot.detector.queue;

import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MalformedMessageException;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.prediction.Prediction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * What becomes of a message. It is removed only when its job has ended and everything about it is durable; in every other case
 * it shows again, until its queue moves it to the dead-letter queue.
 */
final class JobIntake {

    private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);

    private final Completion completion;
    private final VisibilityHeartbeat heartbeat;
    private final RetryDelay retryDelay;
    private final Draining draining;

    JobIntake(
            Completion completion,
            VisibilityHeartbeat heartbeat,
            RetryDelay retryDelay,
            Draining draining) {
        this.completion = completion;
        this.heartbeat = heartbeat;
        this.retryDelay = retryDelay;
        this.draining = draining;
    }

    /** Brings a job to its durable end. */
    @FunctionalInterface
    interface Completion {

        Prediction complete(IdentifyJob job, String predictionId);
    }

    /** Works on the message; never throws, so that one message cannot harm the next. */
    void take(Delivery delivery) {
        if (draining.hasBegun()) {
            show(delivery, Duration.ZERO);
            return;
        }
        try {
            IdentifyJob job = MessageJson.readJob(delivery.body());
            complete(job, delivery);
        } catch (MalformedMessageException e) {
            LOG.warn(
                    "Message {} is not a job (receipt {}); the dead-letter queue will get it",
                    delivery.messageId(),
                    delivery.receiveCount());
            show(delivery, Duration.ZERO);
        } catch (RuntimeException e) {
            Duration delay = retryDelay.after(delivery.receiveCount());
            LOG.warn(
                    "Message {} failed (receipt {}), again in {} s: {}",
                    delivery.messageId(),
                    delivery.receiveCount(),
                    delay.toSeconds(),
                    Causes.brief(e));
            LOG.debug("Message {} failed", delivery.messageId(), e);
            show(delivery, delay);
        }
    }

    private void complete(IdentifyJob job, Delivery delivery) {
        Prediction prediction;
        try (var _ = heartbeat.start(delivery)) {
            prediction = completion.complete(job, job.predictionIdOr(delivery.messageId()));
        }
        delivery.acknowledge();
        LOG.info(
                "Prediction {}: {}, {} found, {} ms",
                prediction.predictionId(),
                prediction.failure() == null ? prediction.status() : prediction.failure().code(),
                prediction.labels().size(),
                prediction.timings().getOrDefault("total", 0L));
    }

    private static void show(Delivery delivery, Duration after) {
        try {
            delivery.hideFor(after);
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be released: {}", delivery.messageId(), Causes.brief(e));
        }
    }
}
