package dev.polybot.detector.queue;

import dev.polybot.detector.job.ComputeSlots;
import dev.polybot.detector.job.NoFreeSlotException;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MalformedMessageException;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.observability.ExceptionSummary;
import dev.polybot.observability.PolybotMetric;
import dev.polybot.observability.Traces;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Processes the messages of the identify queue and settles each. It is removed only when its job has ended and everything
 * about it is durable; in every other case it shows again, until its queue moves it to the dead-letter queue.
 */
final class JobIntake {

    private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);

    private final Completion completion;
    private final VisibilityHeartbeat heartbeat;
    private final RetryDelay retryDelay;
    private final ShutdownFlag draining;
    private final ComputeSlots slots;
    private final AtomicInteger inFlight = new AtomicInteger();

    JobIntake(
            Completion completion,
            ComputeSlots slots,
            VisibilityHeartbeat heartbeat,
            RetryDelay retryDelay,
            ShutdownFlag draining) {
        this.completion = completion;
        this.slots = slots;
        this.heartbeat = heartbeat;
        this.retryDelay = retryDelay;
        this.draining = draining;
        PolybotMetric.JOBS_IN_FLIGHT.show(inFlight::get);
    }

    /** Brings a job to its durable end. */
    @FunctionalInterface
    interface Completion {

        Prediction complete(IdentifyJob job, String predictionId, ComputeSlots.Job slot);
    }

    /**
     * Works on the message; never throws, so that one message cannot harm the next. Only at its first receipt is it given back
     * because all slots are busy: a few receipts more, and its queue would take it for a job that cannot be done.
     */
    void take(Delivery delivery) {
        try (ComputeSlots.Job slot = slots.job(delivery.receiveCount() == 1)) {
            take(delivery, slot);
        }
    }

    private void take(Delivery delivery, ComputeSlots.Job slot) {
        if (draining.hasBegun()) {
            show(delivery, Duration.ZERO);
            return;
        }
        try {
            IdentifyJob job = MessageJson.readJob(delivery.body());
            complete(job, delivery, slot);
        } catch (NoFreeSlotException e) {
            LOG.info("Message {} is given back: all workers are busy", delivery.messageId());
            show(delivery, Duration.ZERO);
        } catch (MalformedMessageException e) {
            PolybotMetric.JOBS.count("malformed");
            LOG.warn(
                    "Message {} is not a job (receipt {}); the dead-letter queue will get it",
                    delivery.messageId(),
                    delivery.receiveCount());
            show(delivery, Duration.ZERO);
        } catch (RuntimeException e) {
            PolybotMetric.JOBS.count("retried");
            Duration delay = retryDelay.after(delivery.receiveCount());
            LOG.warn(
                    "Message {} failed (receipt {}), again in {} s: {}",
                    delivery.messageId(),
                    delivery.receiveCount(),
                    delay.toSeconds(),
                    ExceptionSummary.of(e));
            LOG.debug("Message {} failed", delivery.messageId(), e);
            show(delivery, delay);
        }
    }

    private void complete(IdentifyJob job, Delivery delivery, ComputeSlots.Job slot) {
        String id = job.predictionIdOr(delivery.messageId());
        Traces.prediction(id);
        inFlight.incrementAndGet();
        Prediction prediction;
        try (var _ = heartbeat.start(delivery)) {
            prediction = completion.complete(job, id, slot);
        } finally {
            inFlight.decrementAndGet();
        }
        delivery.acknowledge();
        PolybotMetric.JOBS.count(outcome(prediction));
        LOG.info(
                "Prediction {}: {}, {} found, {} ms",
                prediction.predictionId(),
                prediction.failure() == null ? prediction.status() : prediction.failure().code(),
                prediction.labels().size(),
                prediction.timings().getOrDefault("total", 0L));
    }

    private static String outcome(Prediction prediction) {
        Failure failure = prediction.failure();
        if (failure == null) {
            return "succeeded";
        }
        Traces.failed(failure.code().name());
        return failure.code().name().toLowerCase(Locale.ROOT);
    }

    private static void show(Delivery delivery, Duration after) {
        try {
            delivery.hideFor(after);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Message {} could not be released: {}",
                    delivery.messageId(),
                    ExceptionSummary.of(e));
        }
    }
}
