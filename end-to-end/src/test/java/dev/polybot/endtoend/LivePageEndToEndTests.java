package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.endtoend.calls.Fate;
import dev.polybot.endtoend.calls.Weather;
import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.live.LiveServer;
import dev.polybot.local.stack.RunningProcess;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page that shows the system at work tells of it, and what it does to it, is true. */
class LivePageEndToEndTests {

    /** An operator looks, and knows. */
    private static final Duration SEEN = Duration.ofSeconds(10);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LiveServer page;
    private static RunningSystem system;

    @BeforeAll
    static void start() throws Exception {
        page = LiveServer.start(0);
        system =
                RunningSystem.start(
                        null, options -> options.withRestarts(3).withSpansTo(page.address()));
        page.show(system.stack());
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
        page.close();
    }

    @Test
    void aPicturesTraceGoesThroughBothServicesAndAllQueuesAndExplainsItsTime() throws Exception {
        List<JsonNode> spans = traceOfAPhoto();

        assertThat(spans.stream().map(span -> span.path("trace").asString()).distinct()).hasSize(1);
        assertThat(spans.stream().map(span -> span.path("process").asString()).distinct())
                .containsExactlyInAnyOrder("bot", "detector");
        assertThat(spans.stream().map(span -> span.path("name").asString()))
                .contains(
                        "telegram update",
                        "send identify",
                        "wait identify",
                        "process identify",
                        "send results",
                        "wait results",
                        "process results",
                        "wait outbox",
                        "process outbox",
                        "telegram sendphoto");
        // In the first pictures classes are loaded between two spans, and on a busy machine threads
        // wait there: the best of some is what spans leave out.
        double explained = explained(spans);
        for (int another = 0; another < 19 && explained <= 0.95; another++) {
            explained = Math.max(explained, explained(traceOfAPhoto()));
        }
        assertThat(explained).as("the part of the time that spans explain").isGreaterThan(0.95);
    }

    @Test
    void aKilledDetectorIsSeenSoonAndAgainWhenItIsWellAndNothingIsLost() throws Exception {
        act("processes/detector/kill");

        await(SEEN).until(() -> !state("detector").equals("ready"));
        try (ChatClient chat = system.newChat()) {
            chat.sendPictures(List.of(Samples.path("chelsea.jpg")), "predict", false);
            await(RunningSystem.PATIENCE).until(() -> state("detector").equals("ready"));
            assertThat(Answers.heard(chat, 1, RunningSystem.PATIENCE)).hasSize(1);
        }
    }

    @Test
    void whatWaitsInAPausedQueueIsSeenAndAnsweredWhenItGoesOn() throws Exception {
        act("queues/identify/pause");
        try (ChatClient chat = system.newChat()) {
            await(SEEN).until(() -> !paused().isEmpty());
            await(RunningSystem.PATIENCE).until(() -> paused().equals("paused"));
            chat.sendPictures(List.of(Samples.path("coffee.jpg")), "predict", false);
            await(RunningSystem.PATIENCE)
                    .until(() -> queue("identify").path("waiting").asInt() == 1);

            act("queues/identify/continue");

            assertThat(Answers.heard(chat, 1, RunningSystem.PATIENCE)).hasSize(1);
        }
        await(SEEN).until(() -> paused().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3", "SQS", "DYNAMODB"})
    void aServiceThatIsAwayIsToldOfByPageAndReadinessAndSoIsItsReturn(String service)
            throws Exception {
        await(RunningSystem.PATIENCE).until(LivePageEndToEndTests::isAllReady);

        system.face(
                call ->
                        call.service().equals(service)
                                ? Fate.ending(Fate.End.CUT_BEFORE)
                                : Fate.NONE);

        try {
            await(SEEN).until(() -> state("bot").equals("not ready") && readiness("bot") == 503);
            await(SEEN)
                    .until(
                            () ->
                                    state("detector").equals("not ready")
                                            && readiness("detector") == 503);
        } finally {
            system.face(Weather.CLEAR);
        }
        await(SEEN).until(LivePageEndToEndTests::isAllReady);
    }

    private static boolean isAllReady() {
        return Stream.of("bot", "detector")
                .allMatch(name -> state(name).equals("ready") && readiness(name) == 200);
    }

    private static int readiness(String name) {
        RunningProcess process =
                system.stack().parts().stream()
                        .filter(part -> part.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        URI address =
                name.equals("bot")
                        ? system.stack().botAddress(0)
                        : Objects.requireNonNull(process.management());
        return send(HttpRequest.newBuilder(address.resolve("/readyz"))).statusCode();
    }

    private static List<JsonNode> traceOfAPhoto() throws Exception {
        try (ChatClient chat = system.newChat()) {
            chat.sendPictures(List.of(Samples.path("astronaut.jpg")), "predict", false);
            Answers.heard(chat, 1, RunningSystem.PATIENCE);
        }
        await(SEEN).until(() -> ask("state").at("/pictures/0/answered").asBoolean());
        String prediction = ask("state").at("/pictures/0/prediction").asString();
        // Each process sends its spans when it has a few.
        await(SEEN)
                .until(
                        () ->
                                trace(prediction).stream()
                                        .map(span -> span.path("name").asString())
                                        .toList()
                                        .containsAll(
                                                List.of("process identify", "process outbox")));
        return trace(prediction);
    }

    private static List<JsonNode> trace(String prediction) {
        return ask("trace/" + prediction).valueStream().toList();
    }

    /** The part of the time from the first beginning to the last end in which a span without any within it was under way. */
    private static double explained(List<JsonNode> spans) {
        Set<String> parents =
                spans.stream()
                        .map(span -> span.path("parent").asString())
                        .collect(Collectors.toSet());
        List<JsonNode> leaves =
                new ArrayList<>(
                        spans.stream()
                                .filter(span -> !parents.contains(span.path("id").asString()))
                                .toList());
        leaves.sort(Comparator.comparingDouble(LivePageEndToEndTests::start));
        double covered = 0;
        double until = 0;
        for (JsonNode leaf : leaves) {
            double end = start(leaf) + leaf.path("took").asDouble();
            covered += Math.max(0, end - Math.max(until, start(leaf)));
            until = Math.max(until, end);
        }
        double from = spans.stream().mapToDouble(LivePageEndToEndTests::start).min().orElseThrow();
        double to =
                spans.stream()
                        .mapToDouble(span -> start(span) + span.path("took").asDouble())
                        .max()
                        .orElseThrow();
        return covered / (to - from);
    }

    private static double start(JsonNode span) {
        return span.path("start").asDouble();
    }

    private static String state(String process) {
        for (JsonNode one : ask("state").path("processes")) {
            if (one.path("name").asString().equals(process)) {
                return one.path("state").asString();
            }
        }
        return "not there";
    }

    private static String paused() {
        return queue("identify").path("paused").asString();
    }

    private static JsonNode queue(String name) {
        for (JsonNode one : ask("state").path("queues")) {
            if (one.path("name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no queue " + name);
    }

    private static JsonNode ask(String path) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(page.address().resolve("/api/" + path)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void act(String path) {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(page.address().resolve("/api/" + path))
                                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static org.awaitility.core.ConditionFactory await(Duration patience) {
        return Awaitility.await().atMost(patience);
    }
}
