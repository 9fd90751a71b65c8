package dev.polybot.observability;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Instant;
import java.util.Map;

/**
 * Passes a trace context on in SQS messages: one attribute of the ten that a message may have, and none where there is no
 * trace.
 */
public final class SqsTrace {

    private SqsTrace() {}

    /** Begins to work on a message, whoever sent it and with whatever attributes. */
    public static Work process(String queue, Message message) {
        MessageAttributeValue carried = message.messageAttributes().get(Traces.TRACEPARENT);
        return Traces.process(queue, carried == null ? null : carried.stringValue(), sent(message));
    }

    /** What a message that is sent now carries. */
    public static Map<String, MessageAttributeValue> attributes() {
        String traceparent = Traces.traceparent();
        return traceparent == null
                ? Map.of()
                : Map.of(
                        Traces.TRACEPARENT,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(traceparent)
                                .build());
    }

    private static @Nullable Instant sent(Message message) {
        String millis = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
