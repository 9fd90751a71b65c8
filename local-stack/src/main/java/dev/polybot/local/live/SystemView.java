package dev.polybot.local.live;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the page shows of the system right now. It is made when somebody asks, and not more than once a second. */
final class SystemView {

    /** The queues on a picture's way, by what people call them. */
    static final Map<String, String> QUEUES =
            Map.of(
                    "identify", "SQS_QUEUE_IDENTIFY",
                    "results", "SQS_QUEUE_RESULTS",
                    "outbox", "SQS_QUEUE_OUTBOX");

    private static final Duration FRESH = Duration.ofMillis(900);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(1);
    private static final long SECOND = 1_000_000_000L;
    private static final int RATE_SECONDS = 10;
    private static final int BUCKET_SECONDS = 5;
    private static final int BUCKETS = 60;
    private static final int PICTURES = 24;

    private final LocalStack stack;
    private final TraceStore traces;
    private final EmulatedSqs sqs;
    private final HttpClient http;
    private final Map<Long, Duration> processorTimes = new HashMap<>();
    private final Map<Long, JsonNode> models = new HashMap<>();
    private long madeAt;
    private String made = "";

    SystemView(LocalStack stack, TraceStore traces, EmulatedSqs sqs, HttpClient http) {
        this.stack = stack;
        this.traces = traces;
        this.sqs = sqs;
        this.http = http;
    }

    synchronized String json() throws InterruptedException {
        long now = System.nanoTime();
        if (made.isEmpty() || now - madeAt > FRESH.toNanos()) {
            double seconds = made.isEmpty() ? 0 : (now - madeAt) / (double) SECOND;
            made = Json.write(make(seconds));
            madeAt = now;
        }
        return made;
    }

    private ObjectNode make(double secondsSinceLast) throws InterruptedException {
        long now = System.currentTimeMillis() * 1_000_000L;
        List<SpanRecord> lately = traces.since(now - BUCKETS * BUCKET_SECONDS * SECOND);
        ObjectNode view = Json.object().put("time", now / 1_000_000);
        view.put("telegram", stack.page() == null ? "Telegram" : "Telegram's stand-in");
        view.put("chat", stack.page() == null ? null : stack.page().toString());
        ArrayNode processes = view.putArray("processes");
        Map<String, String> paused = new HashMap<>();
        for (RunningProcess process : stack.parts()) {
            processes.add(process(process, secondsSinceLast, paused));
        }
        ArrayNode queues = view.putArray("queues");
        for (String queue : List.of("identify", "results", "outbox")) {
            queues.add(queue(queue, lately, now).put("paused", paused.getOrDefault(queue, "")));
        }
        view.set("series", series(lately, now));
        ArrayNode pictures = view.putArray("pictures");
        for (TraceStore.PictureTrace picture : traces.pictures(PICTURES)) {
            pictures.addObject()
                    .put("prediction", picture.prediction())
                    .put("trace", picture.traceId())
                    .put("start", picture.start() / 1_000_000)
                    .put("took", (picture.end() - picture.start()) / 1_000_000)
                    .put("answered", picture.answered())
                    .put("error", picture.error());
        }
        return view;
    }

    private ObjectNode process(RunningProcess process, double seconds, Map<String, String> paused)
            throws InterruptedException {
        ObjectNode node =
                Json.object()
                        .put("name", process.name())
                        .put("role", process.name().replaceFirst("-\\d+$", ""))
                        .put("alive", process.isAlive())
                        .put("pid", process.pid())
                        .put("memory", memory(process.pid()));
        Duration used = process.processorTime();
        Duration before = processorTimes.put(process.pid(), used);
        node.put(
                "processor",
                before == null || seconds == 0
                        ? 0
                        : used.minus(before).toNanos() / (seconds * SECOND));
        URI management = process.management();
        if (management == null) {
            return node.put("state", process.isAlive() ? "ready" : "ended");
        }
        if (!process.isAlive()) {
            return node.put("state", "ended");
        }
        JsonNode health = ask(management, "/actuator/health");
        node.put(
                "state",
                health == null
                        ? "starting"
                        : health.path("status").asString("").equals("UP") ? "ready" : "not ready");
        if (health != null) {
            ObjectNode faults = node.putObject("faults");
            health.path("components")
                    .path("dependencies")
                    .path("details")
                    .properties()
                    .forEach(
                            detail -> {
                                if (!detail.getValue().asString("").equals("up")) {
                                    faults.set(detail.getKey(), detail.getValue());
                                }
                            });
        }
        JsonNode listeners = ask(management, "/actuator/listeners");
        if (listeners != null) {
            node.set("listeners", listeners);
            listeners
                    .properties()
                    .forEach(
                            one -> {
                                String state = one.getValue().asString("");
                                if (state.equals("pausing")) {
                                    paused.put(one.getKey(), state);
                                } else if (state.equals("paused")) {
                                    paused.putIfAbsent(one.getKey(), state);
                                }
                            });
        }
        JsonNode model = model(process, management);
        if (model != null) {
            node.set("model", model);
        }
        return node;
    }

    private @Nullable JsonNode model(RunningProcess process, URI management)
            throws InterruptedException {
        if (!process.name().startsWith("detector")) {
            return null;
        }
        JsonNode known = models.get(process.pid());
        if (known == null) {
            JsonNode info = ask(management, "/actuator/info");
            if (info != null && info.has("model")) {
                known = info.path("model");
                models.put(process.pid(), known);
            }
        }
        return known;
    }

    private ObjectNode queue(String queue, List<SpanRecord> lately, long now)
            throws InterruptedException {
        ObjectNode node = Json.object().put("name", queue);
        long since = now - RATE_SECONDS * SECOND;
        node.put("in", rate(lately, "send " + queue, since));
        node.put("out", rate(lately, "process " + queue, since));
        node.put(
                "waited",
                lately.stream()
                                .filter(s -> s.name().equals("wait " + queue) && s.end() >= since)
                                .mapToLong(s -> s.end() - s.start())
                                .max()
                                .orElse(0)
                        / 1_000_000);
        try {
            EmulatedSqs.Depth depth = sqs.depth(name(queue));
            node.put("waiting", depth.waiting()).put("inWork", depth.inWork());
            EmulatedSqs.Depth dead = sqs.depth(deadLetters(queue));
            node.put("dead", dead.waiting() + dead.inWork());
        } catch (IOException e) {
            node.put("fault", "does not answer");
        }
        return node;
    }

    private static double rate(List<SpanRecord> spans, String name, long since) {
        return spans.stream().filter(s -> s.name().equals(name) && s.end() >= since).count()
                / (double) RATE_SECONDS;
    }

    /** Of each five seconds: pictures looked at, and the median and the 95th percentile of how long answers took, in ms. */
    private ArrayNode series(List<SpanRecord> lately, long now) {
        long width = BUCKET_SECONDS * SECOND;
        long first = now / width - BUCKETS + 1;
        int[] done = new int[BUCKETS];
        List<List<Long>> took = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            took.add(new ArrayList<>());
        }
        for (SpanRecord span : lately) {
            int bucket = (int) (span.end() / width - first);
            if (bucket < 0 || bucket >= BUCKETS) {
                continue;
            }
            if (span.name().equals("process identify")) {
                done[bucket]++;
            }
            if (span.name().equals("process outbox") && !span.prediction().isEmpty()) {
                long start = traces.start(span.traceId());
                took.get(bucket).add((span.end() - start) / 1_000_000);
            }
        }
        ArrayNode series = Json.array();
        for (int i = 0; i < BUCKETS; i++) {
            List<Long> sorted = took.get(i);
            Collections.sort(sorted);
            ObjectNode point =
                    series.addObject()
                            .put("time", (first + i) * BUCKET_SECONDS * 1000)
                            .put("done", done[i] / (double) BUCKET_SECONDS);
            if (!sorted.isEmpty()) {
                point.put("p50", sorted.get((sorted.size() - 1) / 2));
                point.put("p95", sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1));
            }
        }
        return series;
    }

    /** A queue's name in SQS. */
    String name(String queue) {
        String url = stack.awsEnvironment().getOrDefault(QUEUES.get(queue), "");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    String deadLetters(String queue) {
        String name = name(queue);
        return name.endsWith(".fifo")
                ? name.replace(".fifo", "-dead.fifo")
                : name + "-dead-letters";
    }

    private @Nullable JsonNode ask(URI management, String path) throws InterruptedException {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(management.resolve(path))
                                    .timeout(ASK_LIMIT)
                                    .build(),
                            BodyHandlers.ofString());
            return Json.read(answer.body());
        } catch (IOException | JacksonException notYet) {
            return null;
        }
    }

    /** Bytes in memory; 0 where the system does not say. */
    private static long memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
