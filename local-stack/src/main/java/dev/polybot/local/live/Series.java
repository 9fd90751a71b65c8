package dev.polybot.local.live;

import dev.polybot.local.json.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The last five minutes, in steps of five seconds: pictures looked at, and how long answers took. */
final class Series {

    static final int SECONDS = 300;

    private static final long SECOND = 1_000_000_000L;
    private static final int STEP_SECONDS = 5;
    private static final int STEPS = SECONDS / STEP_SECONDS;
    private static final int MOST_ANSWERS = 300;

    private final TraceStore traces;
    private final List<SpanRecord> spans;
    private final long first;

    /**
     * Of these.
     *
     * @param spans of the last five minutes
     * @param now in nanoseconds since 1970
     */
    Series(TraceStore traces, List<SpanRecord> spans, long now) {
        this.traces = traces;
        this.spans = spans;
        this.first = now / (STEP_SECONDS * SECOND) - STEPS + 1;
    }

    /** Of each step: the pictures a second, and the median and the 95th percentile of the answers' times in ms. */
    ArrayNode steps() {
        int[] done = new int[STEPS];
        List<List<Long>> took = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            took.add(new ArrayList<>());
        }
        for (SpanRecord span : spans) {
            int step = step(span);
            if (step >= 0 && step < STEPS && span.name().equals("process identify")) {
                done[step]++;
            }
            if (step >= 0 && step < STEPS && isAnswer(span)) {
                took.get(step).add(took(span));
            }
        }
        ArrayNode steps = Json.array();
        for (int i = 0; i < STEPS; i++) {
            List<Long> sorted = took.get(i);
            Collections.sort(sorted);
            ObjectNode step =
                    steps.addObject()
                            .put("time", (first + i) * STEP_SECONDS * 1000)
                            .put("done", done[i] / (double) STEP_SECONDS);
            if (!sorted.isEmpty()) {
                step.put("p50", sorted.get((sorted.size() - 1) / 2));
                step.put("p95", sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1));
            }
        }
        return steps;
    }

    /** Each answer of that time by itself, the latest ones if there are many. */
    ArrayNode answers() {
        List<SpanRecord> all = answered().toList();
        ArrayNode answers = Json.array();
        for (SpanRecord span : all.subList(Math.max(0, all.size() - MOST_ANSWERS), all.size())) {
            answers.addObject()
                    .put("prediction", span.prediction())
                    .put("time", span.end() / 1_000_000)
                    .put("took", took(span));
        }
        return answers;
    }

    private Stream<SpanRecord> answered() {
        return spans.stream().filter(this::isAnswer);
    }

    private boolean isAnswer(SpanRecord span) {
        return !span.prediction().isEmpty() && traces.isAnswer(span);
    }

    private int step(SpanRecord span) {
        return (int) (span.end() / (STEP_SECONDS * SECOND) - first);
    }

    private long took(SpanRecord span) {
        return (span.end() - traces.start(span.traceId())) / 1_000_000;
    }
}
