package dev.polybot.local.live;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.LocalStack;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the page shows of the system right now. It is made when somebody asks, and not more than once a second. */
final class SystemView {

    private static final Duration FRESH = Duration.ofMillis(900);
    private static final long SECOND = 1_000_000_000L;
    private static final int RATE_SECONDS = 10;
    private static final int PICTURES = 24;

    private final LocalStack stack;
    private final TraceStore traces;
    private final Queues queues;
    private final PausedQueues paused;
    private final ProcessStates processes;
    private long madeAt;
    private String made = "";

    SystemView(
            LocalStack stack,
            TraceStore traces,
            Queues queues,
            PausedQueues paused,
            ProcessStates processes) {
        this.stack = stack;
        this.traces = traces;
        this.queues = queues;
        this.paused = paused;
        this.processes = processes;
    }

    synchronized String json() throws InterruptedException {
        long now = System.nanoTime();
        if (made.isEmpty() || now - madeAt > FRESH.toNanos()) {
            made = Json.write(make());
            madeAt = now;
        }
        return made;
    }

    private ObjectNode make() throws InterruptedException {
        long now = System.currentTimeMillis() * 1_000_000L;
        List<SpanRecord> lately = traces.since(now - Series.SECONDS * SECOND);
        URI chat = stack.page();
        ObjectNode view = Json.object().put("time", now / 1_000_000);
        view.put("telegram", chat == null ? "Telegram" : "Telegram's stand-in");
        view.put("chat", chat == null ? null : chat.toString());
        view.put("rest", stack.restAddress(0).toString());
        List<ObjectNode> states = processes.all();
        view.putArray("processes").addAll(states);
        ArrayNode shown = view.putArray("queues");
        for (String queue : Queues.NAMES) {
            shown.add(queue(queue, lately, now, states));
        }
        Series series = new Series(traces, lately, now);
        view.set("series", series.steps());
        view.set("answers", series.answers());
        view.set("pictures", pictures());
        return view;
    }

    private ArrayNode pictures() {
        ArrayNode pictures = Json.array();
        for (TraceStore.PictureTrace picture : traces.pictures(PICTURES)) {
            pictures.addObject()
                    .put("prediction", picture.prediction())
                    .put("trace", picture.traceId())
                    .put("start", picture.start() / 1_000_000)
                    .put("took", (picture.end() - picture.start()) / 1_000_000)
                    .put("answered", picture.answered())
                    .put("error", picture.error());
        }
        return pictures;
    }

    private ObjectNode queue(
            String queue, List<SpanRecord> lately, long now, List<ObjectNode> states)
            throws InterruptedException {
        long since = now - RATE_SECONDS * SECOND;
        ObjectNode node =
                Json.object()
                        .put("name", queue)
                        .put("in", rate(lately, "send " + queue, since))
                        .put("out", rate(lately, "process " + queue, since))
                        .put("paused", paused(queue, states));
        try {
            EmulatedSqs.Depth depth = queues.depth(queue);
            node.put("waiting", depth.waiting()).put("inWork", depth.inWork());
            node.put("dead", queues.dead(queue));
            node.put("oldest", oldest(queue, depth, now) / 1_000_000);
        } catch (IOException e) {
            node.put("fault", "does not answer");
        }
        return node;
    }

    /** How long the oldest that waits has waited, in nanoseconds; 0 when none waits, or none of which that is known. */
    private long oldest(String queue, EmulatedSqs.Depth depth, long now) {
        if (depth.waiting() == 0) {
            traces.waiting().empty(queue, now - SECOND);
            return 0;
        }
        long sent = traces.waiting().oldest(queue);
        return sent == 0 ? 0 : Math.max(0, now - sent);
    }

    /** Paused when nobody takes from it any more; pausing while somebody still finishes, or has yet to be stopped; else empty. */
    private String paused(String queue, List<ObjectNode> states) {
        List<String> listeners =
                states.stream()
                        .filter(state -> state.path("listeners").has(queue))
                        .map(state -> state.path("listeners").path(queue).asString(""))
                        .toList();
        if (!listeners.isEmpty() && listeners.stream().allMatch("paused"::equals)) {
            return "paused";
        }
        return paused.contains(queue) || listeners.contains("pausing") ? "pausing" : "";
    }

    private static double rate(List<SpanRecord> spans, String name, long since) {
        return spans.stream().filter(s -> s.name().equals(name) && s.end() >= since).count()
                / (double) RATE_SECONDS;
    }
}
