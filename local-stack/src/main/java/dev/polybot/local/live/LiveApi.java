package dev.polybot.local.live;

import com.sun.net.httpserver.HttpExchange;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;
import dev.polybot.local.telegram.http.Answers;
import dev.polybot.local.telegram.http.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the page asks and does:
 *
 * <ul>
 *   <li>{@code GET state}, {@code GET trace/<prediction>}, {@code GET outcome/<prediction>}, {@code GET picture/<prediction>}
 *   <li>{@code GET logs/<process>?about=}, {@code GET given-up}
 *   <li>{@code POST detectors}: one more; {@code POST processes/<name>/kill}, {@code …/start}, {@code …/take-away}
 *   <li>{@code POST queues/<name>/pause}, {@code …/continue}
 *   <li>{@code POST given-up/<queue>/<id>/retry}, {@code …/drop}
 * </ul>
 */
final class LiveApi implements AutoCloseable {

    private static final int LOG_BYTES = 256 * 1024;
    private static final int LOG_LINES = 400;
    private static final int MOST_DETECTORS = 19;
    private static final Pattern SLASH = Pattern.compile("/");

    private final LocalStack stack;
    private final TraceStore traces;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();
    private final KeptPictures pictures;
    private final PausedQueues paused;
    private final GivenUp givenUp;
    private final SystemView view;

    LiveApi(LocalStack stack, TraceStore traces) {
        this.stack = stack;
        this.traces = traces;
        Map<String, String> aws = stack.awsEnvironment();
        EmulatedSqs sqs =
                new EmulatedSqs(http, URI.create(aws.getOrDefault("AWS_ENDPOINT_URL_SQS", "")));
        Queues queues = new Queues(sqs, aws);
        Management management = new Management(http);
        this.pictures = new KeptPictures(http, aws);
        this.paused = new PausedQueues(stack, management);
        this.givenUp = new GivenUp(stack, queues, management);
        this.view =
                new SystemView(stack, traces, queues, paused, new ProcessStates(stack, management));
    }

    @Override
    public void close() {
        paused.close();
        http.shutdownNow();
    }

    void answer(HttpExchange exchange, String path) throws IOException, InterruptedException {
        List<String> parts = SLASH.splitAsStream(path).toList();
        String method = exchange.getRequestMethod();
        if (method.equals("GET")) {
            look(exchange, parts);
        } else if (method.equals("POST")) {
            act(parts);
            Answers.json(exchange, 200, Json.object().put("ok", true));
        } else {
            throw new Refusal(405, "Method Not Allowed");
        }
    }

    private void look(HttpExchange exchange, List<String> parts)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        String about = parts.size() > 1 ? parts.get(1) : "";
        switch (parts.getFirst()) {
            case "state" ->
                    Answers.bytes(exchange, 200, "application/json", LiveServer.utf8(view.json()));
            case "trace" -> Answers.json(exchange, 200, trace(about));
            case "outcome" -> {
                ObjectNode outcome = pictures.outcome(about);
                Answers.json(exchange, 200, outcome == null ? Json.object() : outcome);
            }
            case "picture" -> {
                byte[] small = pictures.small(about);
                if (small == null) {
                    throw new Refusal(404, "No picture yet");
                }
                exchange.getResponseHeaders().set("Cache-Control", "private, max-age=3600");
                Answers.bytes(exchange, 200, "image/jpeg", small);
            }
            case "logs" -> Answers.json(exchange, 200, log(process(about), query(exchange)));
            case "given-up" -> Answers.json(exchange, 200, givenUp.all());
            default -> throw new Refusal(404, "Not Found");
        }
    }

    private void act(List<String> parts) throws IOException, InterruptedException {
        switch (parts.getFirst() + '/' + parts.size()) {
            case "detectors/1" -> {
                if (stack.detectors().size() >= MOST_DETECTORS) {
                    throw new Refusal(409, MOST_DETECTORS + " detectors are the most");
                }
                stack.addDetector();
            }
            case "processes/3" -> {
                RunningProcess process = process(parts.get(1));
                switch (parts.get(2)) {
                    case "kill" -> process.crash();
                    case "start" -> stack.startAgain(process);
                    case "take-away" -> takeAway(process);
                    default -> throw new Refusal(404, "Not Found");
                }
            }
            case "queues/3" -> {
                String queue = Queues.existing(parts.get(1));
                switch (parts.get(2)) {
                    case "pause" -> paused.pause(queue);
                    case "continue" -> paused.resume(queue);
                    default -> throw new Refusal(404, "Not Found");
                }
            }
            case "given-up/4" ->
                    givenUp.settle(Queues.existing(parts.get(1)), parts.get(2), parts.get(3));
            default -> throw new Refusal(404, "Not Found");
        }
    }

    private void takeAway(RunningProcess process) {
        if (!stack.detectors().contains(process)) {
            throw new Refusal(409, "Only a detector can be taken away");
        }
        Thread.ofVirtual().start(() -> stack.removeDetector(process));
    }

    private ArrayNode trace(String prediction) {
        ArrayNode spans = Json.array();
        for (SpanRecord span : traces.trace(prediction)) {
            spans.addObject()
                    .put("id", span.spanId())
                    .put("parent", span.parentId())
                    .put("trace", span.traceId())
                    .put("name", span.name())
                    .put("process", span.instance())
                    .put("start", span.start() / 1e6)
                    .put("took", (span.end() - span.start()) / 1e6)
                    .put("error", span.error());
        }
        return spans;
    }

    private static ArrayNode log(RunningProcess process, @Nullable String about)
            throws IOException {
        ArrayNode lines = Json.array();
        try (RandomAccessFile file = new RandomAccessFile(process.log().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LOG_BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> all =
                    new String(end, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> about == null || line.contains(about))
                            .collect(Collectors.toList());
            all.subList(Math.max(0, all.size() - LOG_LINES), all.size()).forEach(lines::add);
        }
        return lines;
    }

    private static @Nullable String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null || !query.startsWith("about=") || query.length() == 6
                ? null
                : URLDecoder.decode(query.substring(6), StandardCharsets.UTF_8);
    }

    private RunningProcess process(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no such process"));
    }
}
