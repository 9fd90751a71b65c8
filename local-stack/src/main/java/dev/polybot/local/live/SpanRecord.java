package dev.polybot.local.live;

import java.util.Map;

/**
 * One span as it came.
 *
 * @param traceId in hexadecimal, as are the other ids
 * @param parentId empty for a root
 * @param instance which process made it
 * @param start nanoseconds since 1970
 * @param end likewise
 * @param error why it failed; empty when it did not
 */
record SpanRecord(
        String traceId,
        String spanId,
        String parentId,
        String name,
        String instance,
        long start,
        long end,
        String error,
        Map<String, String> attributes) {

    private static final String PREDICTION = "polybot.prediction.id";

    SpanRecord {
        attributes = Map.copyOf(attributes);
    }

    /** The prediction that it is about; empty when it does not say. */
    String prediction() {
        return attributes.getOrDefault(PREDICTION, "");
    }
}
