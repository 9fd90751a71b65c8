package dev.polybot.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A unit of traced work: a span, and what this thread's log lines say of it. For the thread that began it; closing ends it.
 */
public final class Work implements AutoCloseable {

    private static final String LOGGED_TRACE = "traceId";
    static final String LOGGED_PREDICTION = "predictionId";

    private final Span span;
    private final Scope scope;
    private final @Nullable String formerTrace = MDC.get(LOGGED_TRACE);
    private final @Nullable String formerPrediction = MDC.get(LOGGED_PREDICTION);

    @SuppressWarnings("MustBeClosedChecker") // closed when this is
    Work(Span span, Context parent) {
        this.span = span;
        this.scope = parent.with(span).makeCurrent();
        if (span.getSpanContext().isValid()) {
            MDC.put(LOGGED_TRACE, span.getSpanContext().getTraceId());
        }
    }

    @Override
    public void close() {
        scope.close();
        span.end();
        restore(LOGGED_TRACE, formerTrace);
        restore(LOGGED_PREDICTION, formerPrediction);
    }

    private static void restore(String key, @Nullable String former) {
        if (former == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, former);
        }
    }
}
