package dev.polybot.observability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A trace context that is stored somewhere else than in a queue, such as with a picture whose album is not complete.
 *
 * @param traceparent as in a message; null when nothing was traced
 * @param since when it began to wait
 */
public record CarriedTrace(@Nullable String traceparent, Instant since) {

    /** There is none. */
    public static final CarriedTrace NONE = new CarriedTrace(null, Instant.EPOCH);

    /** That of what this thread is doing. */
    public static CarriedTrace current() {
        String traceparent = Traces.traceparent();
        return traceparent == null ? NONE : new CarriedTrace(traceparent, Instant.now());
    }

    /** What {@link #toString} wrote; none where it is not that. */
    public static CarriedTrace parse(String text) {
        int blank = text.indexOf(' ');
        try {
            return blank < 0
                    ? NONE
                    : new CarriedTrace(
                            text.substring(0, blank),
                            Instant.ofEpochMilli(Long.parseLong(text.substring(blank + 1))));
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /** Goes on with it. */
    public Work process(String what) {
        return Traces.process(what, traceparent, traceparent == null ? null : since);
    }

    @Override
    public String toString() {
        return traceparent == null ? "" : traceparent + ' ' + since.toEpochMilli();
    }
}
