package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.live.LiveServer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        assertThat(explained(spans))
                .as("the part of the time that spans explain")
                .isGreaterThan(0.95);
    }

    @Test
    void eachPictureOfAnAlbumHasItsTraceFromItsUpdateOn() throws Exception {
        try (ChatClient chat = system.newChat()) {
            chat.sendPictures(
                    List.of(Samples.path("chelsea.jpg"), Samples.path("coffee.jpg")),
                    "predict",
                    false);
            Answers.heard(chat, 2, RunningSystem.PATIENCE);
        }
        await(SEEN).until(() -> named("process results", 0) && named("process results", 1));

        List<String> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<JsonNode> spans = traceOf(i);
            assertThat(names(spans))
                    .contains("telegram update", "wait album", "process identify", "wait results");
            assertThat(explained(spans)).as(names(spans).toString()).isGreaterThan(0.95);
            all.addAll(names(spans));
        }
        assertThat(all).contains("process outbox", "telegram sendmediagroup");
    }

    private static boolean named(String span, int picture) {
        return names(traceOf(picture)).contains(span);
    }

    private static List<String> names(List<JsonNode> spans) {
        return spans.stream().map(span -> span.path("name").asString()).toList();
    }

    private static List<JsonNode> traceOf(int picture) {
        String prediction = ask("state").at("/pictures/" + picture + "/prediction").asString();
        return ask("trace/" + prediction).valueStream().toList();
    }

    @Test
    void aBrokenBucketIsSeenSoonAndAgainWhenItIsWell() throws Exception {
        breakTheBucket();
        try {
            for (String process : List.of("bot", "detector")) {
                await(SEEN).until(() -> fault(process, "bucket").contains("down"));
                assertThat(state(process)).isEqualTo("not ready");
                assertThat(readiness(process)).isEqualTo(503);
            }
        } finally {
            mendTheBucket();
        }
        for (String process : List.of("bot", "detector")) {
            await(SEEN).until(() -> state(process).equals("ready"));
            assertThat(readiness(process)).isEqualTo(200);
        }
    }

    @Test
    void aPictureThatWasGivenUpIsAnsweredWhenSomebodyPressesRetry() throws Exception {
        try (ChatClient chat = system.newChat()) {
            act("queues/identify/pause");
            await(RunningSystem.PATIENCE).until(() -> paused().equals("paused"));
            chat.sendPictures(List.of(Samples.path("chelsea.jpg")), "predict", false);
            await(RunningSystem.PATIENCE)
                    .until(() -> queue("identify").path("waiting").asInt() == 1);
            breakTheBucket();
            try {
                act("queues/identify/continue");
                Answers.heard(chat, 1, RunningSystem.PATIENCE);
            } finally {
                mendTheBucket();
            }
            assertThat(givenUp())
                    .extracting(one -> one.path("kind").asString())
                    .containsExactly("prediction");

            act("given-up/identify/" + givenUp().getFirst().path("id").asString() + "/retry");

            assertThat(Answers.heard(chat, 2, RunningSystem.PATIENCE).getLast().photo())
                    .as("the answer at last")
                    .isNotNull();
        }
        assertThat(givenUp()).isEmpty();
    }

    @Test
    void aLetterThatNobodyCanReadIsShownTriedAgainAndDropped() {
        system.aws().pushJob("this is no job");
        await(RunningSystem.PATIENCE).until(() -> givenUp().size() == 1);
        JsonNode letter = givenUp().getFirst();
        assertThat(letter.path("kind").asString()).isEqualTo("letter");
        assertThat(letter.path("text").asString()).isEqualTo("this is no job");

        act("given-up/identify/" + letter.path("id").asString() + "/retry");
        await(RunningSystem.PATIENCE)
                .until(() -> givenUp().stream().anyMatch(one -> !one.equals(letter)));

        act("given-up/identify/" + givenUp().getFirst().path("id").asString() + "/drop");
        await(SEEN).until(() -> system.aws().deadLetters() == 0);
        assertThat(givenUp()).isEmpty();
    }

    @Test
    void aDetectorThatIsAddedToAPausedQueueTakesNothing() throws Exception {
        act("queues/identify/pause");
        act("detectors");
        await(RunningSystem.PATIENCE).until(() -> state("detector-2").equals("not ready"));
        await(RunningSystem.PATIENCE).until(() -> paused().equals("paused"));
        try (ChatClient chat = system.newChat()) {
            chat.sendPictures(List.of(Samples.path("coffee.jpg")), "predict", false);
            await(RunningSystem.PATIENCE)
                    .until(() -> queue("identify").path("oldest").asLong() > 1000);
            assertThat(queue("identify").path("waiting").asInt()).isEqualTo(1);

            act("queues/identify/continue");

            assertThat(Answers.heard(chat, 1, RunningSystem.PATIENCE)).hasSize(1);
        }
        act("processes/detector-2/take-away");
        await(RunningSystem.PATIENCE).until(() -> state("detector-2").equals("not there"));
    }

    private static List<JsonNode> givenUp() {
        return ask("given-up").valueStream().toList();
    }

    private static String fault(String process, String dependency) {
        return process(process).path("faults").path(dependency).asString("");
    }

    private static int readiness(String process) {
        URI address =
                process.equals("bot")
                        ? system.stack().botAddress(0)
                        : system.stack().detectorAddress(0);
        return send(HttpRequest.newBuilder(address.resolve("/readyz"))).statusCode();
    }

    private static void breakTheBucket() throws IOException {
        Files.move(bucket(), bucket().resolveSibling("elsewhere"));
    }

    private static void mendTheBucket() throws IOException {
        Files.move(bucket().resolveSibling("elsewhere"), bucket());
    }

    private static Path bucket() {
        String name = system.stack().awsEnvironment().get("BUCKET_NAME");
        Path logs = system.stack().emulators().log().toAbsolutePath().getParent();
        return logs.resolveSibling("data").resolve("aws").resolve("objects").resolve(name);
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

    private static List<JsonNode> traceOfAPhoto() throws Exception {
        try (ChatClient chat = system.newChat()) {
            chat.sendPictures(List.of(Samples.path("astronaut.jpg")), "predict", false);
            Answers.heard(chat, 1, RunningSystem.PATIENCE);
        }
        await(SEEN).until(() -> ask("state").at("/pictures/0/answered").asBoolean());
        String prediction = ask("state").at("/pictures/0/prediction").asString();
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
        return process(process).path("state").asString("not there");
    }

    private static JsonNode process(String name) {
        JsonNode processes = ask("state").path("processes");
        for (JsonNode one : processes) {
            if (one.path("name").asString().equals(name)) {
                return one;
            }
        }
        return MissingNode.getInstance();
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
