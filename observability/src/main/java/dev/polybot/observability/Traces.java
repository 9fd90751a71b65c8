package dev.polybot.observability;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One trace a picture, over both services: where a piece of its way begins, and how the trace travels in a queue's messages.
 * Static as OpenTelemetry's own entrance is, so that whatever runs on the thread belongs to the work that began there.
 */
public final class Traces {

    /** The message attribute in which a trace travels (W3C Trace Context); whoever sends without it begins a new trace. */
    public static final String TRACEPARENT = "traceparent";

    /** A prediction's id in spans. */
    public static final String PREDICTION = "polybot.prediction.id";

    /** A version, a trace, a span and flags: nothing longer is a trace's. */
    private static final int LONGEST_TRACEPARENT = 55;

    private static final String SCOPE = "dev.polybot";
    private static final TextMapGetter<Map<String, String>> GETTER = new MapGetter();

    private static volatile Tracer tracer = OpenTelemetry.noop().getTracer(SCOPE);

    private Traces() {}

    /** From now on spans go there. */
    static void use(OpenTelemetry openTelemetry) {
        tracer = openTelemetry.getTracer(SCOPE);
    }

    /** Begins a piece of what this thread is doing; without anything it begins a trace. */
    public static Work begin(String name, SpanKind kind) {
        return begin(name, kind, Context.current());
    }

    /** Begins a piece of what another thread is doing, on this one. */
    public static Work begin(String name, SpanKind kind, Context parent) {
        return new Work(span(name, kind, parent, null), parent);
    }

    /** Begins the root of a trace, whatever this thread is doing. */
    public static Work beginTrace(String name, SpanKind kind) {
        return begin(name, kind, Context.root());
    }

    /**
     * Begins to work on a message, and tells how long it has waited.
     *
     * @param queue as people name it, such as {@code identify}
     * @param traceparent what came with the message; null or unreadable for a trace of its own
     * @param sent when it was sent; null when that is not known
     */
    public static Work process(String queue, @Nullable String traceparent, @Nullable Instant sent) {
        Context parent = context(traceparent);
        Span span = span("process " + queue, SpanKind.CONSUMER, parent, null);
        if (sent != null) {
            Context within =
                    Span.fromContext(parent).getSpanContext().isValid()
                            ? parent
                            : parent.with(span);
            span("wait " + queue, SpanKind.INTERNAL, within, sent).end();
        }
        return new Work(span, parent);
    }

    /** Notes a piece of what this thread is doing that is over. */
    public static void note(String name, Instant began, Duration took) {
        if (!Span.current().getSpanContext().isValid()) {
            return;
        }
        span(name, SpanKind.INTERNAL, Context.current(), began).end(began.plus(took));
    }

    /** What a message that is sent now carries; null when nothing is being traced. */
    public static @Nullable String traceparent() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), carrier, (_, key, value) -> carrier.put(key, value));
        return carrier.get(TRACEPARENT);
    }

    /** The same as headers of a message. */
    public static Map<String, Object> headers() {
        String traceparent = traceparent();
        return traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent);
    }

    /** What this thread is doing is about that prediction: spans and log lines say so until the work ends. */
    public static void prediction(String id) {
        MDC.put(Work.LOGGED_PREDICTION, id);
        Span.current().setAttribute(PREDICTION, id);
    }

    /**
     * What this thread is doing did not succeed.
     *
     * @param reason in a word or two, without names of buckets, tokens or contents
     */
    public static void failed(String reason) {
        Span.current().setStatus(StatusCode.ERROR, reason);
    }

    static Span client(String name) {
        return span(name, SpanKind.CLIENT, Context.current(), null);
    }

    private static Span span(String name, SpanKind kind, Context parent, @Nullable Instant began) {
        var builder = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent);
        if (began != null) {
            builder.setStartTimestamp(began);
        }
        return builder.startSpan();
    }

    private static Context context(@Nullable String traceparent) {
        return traceparent == null || traceparent.length() > LONGEST_TRACEPARENT
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACEPARENT, traceparent), GETTER);
    }

    private static final class MapGetter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
