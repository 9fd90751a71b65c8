package dev.polybot.local.live;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The latest traces, in bounded memory: the oldest go first. */
final class TraceStore {

    private static final int MOST_SPANS_OF_A_TRACE = 400;

    private final int most;
    private final Map<String, List<SpanRecord>> traces = new LinkedHashMap<>();
    private final Map<String, String> traceOfPrediction = new LinkedHashMap<>();

    /** What has lately come to an end, for rates. */
    private final Deque<SpanRecord> recent = new ArrayDeque<>();

    private final WaitingMessages waiting = new WaitingMessages();

    /**
     * Keeps so many traces.
     *
     * @param most at least 1
     */
    TraceStore(int most) {
        this.most = most;
    }

    /**
     * What is known of a picture.
     *
     * @param start of its trace, in nanoseconds since 1970
     * @param end of what is known of it so far
     * @param error why it failed; empty when it did not
     */
    record PictureTrace(
            String prediction,
            String traceId,
            long start,
            long end,
            boolean answered,
            String error) {}

    synchronized void add(List<SpanRecord> spans) {
        for (SpanRecord span : spans) {
            waiting.see(span);
            List<SpanRecord> trace = traces.computeIfAbsent(span.traceId(), _ -> new ArrayList<>());
            if (trace.size() < MOST_SPANS_OF_A_TRACE) {
                trace.add(span);
            }
            if (!span.prediction().isEmpty()) {
                traceOfPrediction.putIfAbsent(span.prediction(), span.traceId());
            }
            if (span.name().contains(" ") && recent.size() < 20 * most) {
                recent.add(span);
            }
        }
        while (traces.size() > most) {
            traces.remove(traces.keySet().iterator().next());
        }
        while (traceOfPrediction.size() > most) {
            traceOfPrediction.remove(traceOfPrediction.keySet().iterator().next());
        }
    }

    /** The latest pictures, the newest first. */
    synchronized List<PictureTrace> pictures(int limit) {
        List<String> predictions = new ArrayList<>(traceOfPrediction.keySet());
        return predictions.reversed().stream()
                .flatMap(prediction -> Stream.ofNullable(picture(prediction)))
                .sorted(Comparator.comparingLong(PictureTrace::start).reversed())
                .limit(limit)
                .toList();
    }

    private @Nullable PictureTrace picture(String prediction) {
        String traceId = traceOfPrediction.get(prediction);
        List<SpanRecord> spans = spans(traceId, prediction);
        if (traceId == null || spans.isEmpty()) {
            return null;
        }
        return new PictureTrace(
                prediction,
                traceId,
                spans.stream().mapToLong(SpanRecord::start).min().orElse(0),
                spans.stream().mapToLong(SpanRecord::end).max().orElse(0),
                spans.stream().anyMatch(this::isAnswer),
                spans.stream()
                        .filter(span -> span.name().equals("process identify"))
                        .map(SpanRecord::error)
                        .filter(error -> !error.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** A picture's spans in the order of their beginnings; a request's other pictures are left out. */
    synchronized List<SpanRecord> trace(String prediction) {
        return spans(traceOfPrediction.get(prediction), prediction);
    }

    /** Whether a picture's answer is there with it: it was said in the chat, or can be fetched where it was asked for over REST. */
    synchronized boolean isAnswer(SpanRecord span) {
        return switch (span.name()) {
            case "process outbox" -> true;
            case "process results" ->
                    traces.getOrDefault(span.traceId(), List.of()).stream()
                            .anyMatch(other -> other.name().equals("rest upload"));
            default -> false;
        };
    }

    private List<SpanRecord> spans(@Nullable String traceId, String prediction) {
        List<SpanRecord> trace = traceId == null ? null : traces.get(traceId);
        if (trace == null) {
            return List.of();
        }
        Map<String, SpanRecord> byId = new HashMap<>();
        trace.forEach(span -> byId.put(span.spanId(), span));
        return trace.stream()
                .filter(span -> isOf(prediction, span, byId))
                .sorted(Comparator.comparingLong(SpanRecord::start))
                .toList();
    }

    private static boolean isOf(String prediction, SpanRecord span, Map<String, SpanRecord> byId) {
        Set<String> seen = new HashSet<>();
        SpanRecord up = span;
        while (up != null && seen.add(up.spanId())) {
            if (!up.prediction().isEmpty()) {
                return up.prediction().equals(prediction);
            }
            up = byId.get(up.parentId());
        }
        return true;
    }

    WaitingMessages waiting() {
        return waiting;
    }

    /** When that trace began, in nanoseconds since 1970; 0 when it is forgotten. */
    synchronized long start(String traceId) {
        return traces.getOrDefault(traceId, List.of()).stream()
                .mapToLong(SpanRecord::start)
                .min()
                .orElse(0);
    }

    /** The spans that ended since then, in nanoseconds since 1970; older ones are forgotten. */
    synchronized List<SpanRecord> since(long time) {
        recent.removeIf(span -> span.end() < time);
        return List.copyOf(recent);
    }
}
