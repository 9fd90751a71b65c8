package dev.polybot.bot.predictions;

import dev.polybot.bot.faults.LogMessages;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.model.message.MalformedMessageException;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The queues that the bot reads. A message is acknowledged only after all that follows from it; what fails is hidden for a
 * while and delivered again. Nothing leaves these methods as an exception: the container would log it with its stack.
 */
@Component
class QueueListeners {

    private static final Logger log = LoggerFactory.getLogger(QueueListeners.class);

    private final ResultHandling results;
    private final DeadLetterHandling deadLetters;
    private final SqsQueue resultQueue;

    QueueListeners(
            ResultHandling results,
            DeadLetterHandling deadLetters,
            SqsAsyncClient sqs,
            BotSettings settings) {
        this.results = results;
        this.deadLetters = deadLetters;
        this.resultQueue = new SqsQueue(sqs, settings.queues().results());
    }

    @SqsListener(id = "results", queueNames = "${polybot.queues.results}")
    void onResult(Message message, Visibility visibility, Acknowledgement acknowledgement) {
        int deliveries = deliveries(message);
        // Not a result, and never will be: soon among the dead letters, where an operator sees it.
        Disposition unreadable = new Disposition.Redeliver(Duration.ZERO);
        settle(
                message,
                outcome(
                        "result",
                        deliveries,
                        unreadable,
                        () -> results.handle(message.body(), deliveries)),
                visibility,
                acknowledgement);
    }

    @SqsListener(id = "dead-letters", queueNames = "${polybot.queues.identify-dead-letters}")
    void onDeadLetter(Message message, Visibility visibility, Acknowledgement acknowledgement) {
        // It stays for the operator, and out of the way.
        Disposition unreadable = new Disposition.Redeliver(RetrySchedule.LONGEST);
        settle(
                message,
                countedAnyway(
                        outcome(
                                "dead letter",
                                deliveries(message),
                                unreadable,
                                () -> deadLetters.handle(message.body(), message.messageId()))),
                visibility,
                acknowledgement);
    }

    private static Disposition outcome(
            String what, int deliveries, Disposition unreadable, Supplier<Disposition> handling) {
        try {
            return handling.get();
        } catch (MalformedMessageException e) {
            log.warn("A {} is not readable: {}", what, e.getMessage());
            return unreadable;
        } catch (TelegramException.Postponed e) {
            Duration turn = e.retryAfter();
            return new Disposition.Requeue(turn == null ? Duration.ofSeconds(1) : turn);
        } catch (TelegramException.Unavailable e) {
            return retry(what, deliveries, e.retryAfter(), e);
        } catch (RuntimeException e) {
            return retry(what, deliveries, null, e);
        }
    }

    private static Disposition retry(
            String what, int deliveries, @Nullable Duration atLeast, RuntimeException cause) {
        Duration wait = RetrySchedule.after(deliveries, atLeast);
        log.warn(
                "A {} had no effect at delivery {}, next in {} s: {}",
                what,
                deliveries,
                wait.toSeconds(),
                LogMessages.inWords(cause));
        return new Disposition.Redeliver(wait);
    }

    /** A dead letter is never tried too often, and its id is the identity of a job that has none. */
    private static Disposition countedAnyway(Disposition disposition) {
        return disposition instanceof Disposition.Requeue(Duration after)
                ? new Disposition.Redeliver(after)
                : disposition;
    }

    private void settle(
            Message message,
            Disposition disposition,
            Visibility visibility,
            Acknowledgement acknowledgement) {
        try {
            switch (disposition) {
                case Disposition.Acknowledge() -> acknowledgement.acknowledge();
                case Disposition.Redeliver(Duration after) ->
                        visibility.changeTo(Math.toIntExact(after.toSeconds()));
                case Disposition.Requeue(Duration after) -> {
                    // A new message: the queue would give up one that is received too often.
                    // Killed in between there are two, and the second finds the reply sent.
                    resultQueue.send(message.body(), after);
                    acknowledgement.acknowledge();
                }
            }
        } catch (RuntimeException e) {
            log.warn("A message comes back by itself: {}", LogMessages.inWords(e));
        }
    }

    private static int deliveries(Message message) {
        String count =
                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return count == null ? 1 : Integer.parseInt(count);
    }
}
