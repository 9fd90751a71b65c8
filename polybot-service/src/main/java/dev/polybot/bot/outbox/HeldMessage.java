package dev.polybot.bot.outbox;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.storage.Lease;
import dev.polybot.observability.ExceptionSummary;
import dev.polybot.observability.PolybotMetric;
import dev.polybot.observability.Traces;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message that is this instance's to send.
 *
 * @param item the leased item
 */
record HeldMessage(
        ChatSender.Received received,
        Delivery delivery,
        Lease lease,
        Map<String, AttributeValue> item) {

    private static final int MAX_NOTES = 3;

    private static final Logger log = LoggerFactory.getLogger(HeldMessage.class);

    OutgoingMessage message() {
        return received.message();
    }

    OutgoingMessage.Ready render() {
        return lease.attempt() > ChatSender.MAX_ATTEMPTS
                ? OutgoingMessage.Text.of(Language.ENGLISH.say("something-went-wrong"))
                : delivery.render(message(), item);
    }

    /** Whoever it is for has it: as long as that is not noted, whoever finds it in the queue sends it again. */
    void note(List<Integer> sent) {
        for (int attempt = 1; ; attempt++) {
            try {
                delivery.sent(message(), lease, sent);
                return;
            } catch (SdkException e) {
                log.warn("{} is said, not noted: {}", message().cause(), ExceptionSummary.of(e));
                if (attempt == MAX_NOTES) {
                    return;
                }
            }
        }
    }

    void undeliverable() {
        delivery.undeliverable(message(), lease);
    }

    /**
     * Measures that it was sent.
     *
     * @param withAnother whether the call was another message's, whose trace has it
     */
    void observe(Duration took, Instant now, boolean withAnother) {
        PolybotMetric.REPLIES.count("sent");
        PolybotMetric.OUTBOX_AGE.record(Duration.between(received.putAt(), now));
        PolybotMetric.STAGE.record(took, "reply");
        if (withAnother) {
            try (var _ = Traces.process("outbox", received.traceparent(), received.putAt())) {
                message().content().prediction().ifPresent(Traces::prediction);
            }
        }
    }
}
