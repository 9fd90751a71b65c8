package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.Backoff;
import dev.polybot.model.message.MalformedMessageException;
import dev.polybot.observability.ExceptionSummary;
import dev.polybot.observability.SqsTrace;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Receives results and dead letters of identify jobs, has each handled, and acknowledges it or has it redelivered later. A
 * message is acknowledged only after all that follows from it; what fails is hidden for a while and delivered again. Nothing
 * leaves these methods as an exception: the container would log it with its stack.
 */
@Component
class PredictionQueueListeners {

    private static final Logger log = LoggerFactory.getLogger(PredictionQueueListeners.class);

    private final ResultHandler results;
    private final DeadLetterHandler deadLetters;
    private final FailedJobs failedJobs;

    PredictionQueueListeners(
            ResultHandler results, DeadLetterHandler deadLetters, FailedJobs failedJobs) {
        this.results = results;
        this.deadLetters = deadLetters;
        this.failedJobs = failedJobs;
    }

    @SqsListener(id = "results", queueNames = "${polybot.queues.results}")
    void onResult(Message message, Visibility visibility, Acknowledgement acknowledgement) {
        try (var _ = SqsTrace.process("results", message)) {
            int deliveries = deliveries(message);
            // Not a result, and never will be: soon among the dead letters, where an operator sees
            // it.
            Disposition unreadable = new Disposition.Redeliver(Duration.ZERO);
            Disposition outcome =
                    outcome(
                            "result",
                            deliveries,
                            unreadable,
                            () -> results.handle(message.body(), deliveries));
            settle(outcome, visibility, acknowledgement);
        }
    }

    @SqsListener(id = "dead-letters", queueNames = "${polybot.queues.identify-dead-letters}")
    void onDeadLetter(Message message, Visibility visibility, Acknowledgement acknowledgement) {
        try (var _ = SqsTrace.process("dead-letters", message)) {
            int deliveries = deliveries(message);
            Disposition unreadable = new Disposition.Redeliver(FailedJobs.HELD);
            Disposition outcome =
                    outcome(
                            "dead letter",
                            deliveries,
                            unreadable,
                            () -> deadLetters.handle(message.body(), message.messageId()));
            if (outcome.equals(unreadable)) {
                // It stays for the operator, and out of the way.
                failedJobs.letter(
                        message.messageId(),
                        message.body(),
                        deliveries,
                        acknowledgement::acknowledge);
            }
            settle(outcome, visibility, acknowledgement);
        }
    }

    private static Disposition outcome(
            String what, int deliveries, Disposition unreadable, Supplier<Disposition> handling) {
        try {
            return handling.get();
        } catch (MalformedMessageException e) {
            log.warn("A {} is not readable: {}", what, e.getMessage());
            return unreadable;
        } catch (RuntimeException e) {
            return retry(what, deliveries, e);
        }
    }

    private static Disposition retry(String what, int deliveries, RuntimeException cause) {
        Duration wait = Backoff.RESULTS.after(deliveries);
        log.warn(
                "A {} had no effect at delivery {}, next in {} s: {}",
                what,
                deliveries,
                wait.toSeconds(),
                ExceptionSummary.of(cause));
        return new Disposition.Redeliver(wait);
    }

    private static void settle(
            Disposition disposition, Visibility visibility, Acknowledgement acknowledgement) {
        try {
            switch (disposition) {
                case Disposition.Acknowledge() -> acknowledgement.acknowledge();
                case Disposition.Redeliver(Duration after) ->
                        visibility.changeTo(Math.toIntExact(after.toSeconds()));
            }
        } catch (RuntimeException e) {
            log.warn("A message comes back by itself: {}", ExceptionSummary.of(e));
        }
    }

    private static int deliveries(Message message) {
        String count =
                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return count == null ? 1 : Integer.parseInt(count);
    }
}
