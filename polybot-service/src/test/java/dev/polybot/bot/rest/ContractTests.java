package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.rest.contract.Contract;
import dev.polybot.bot.rest.contract.Contract.Operation;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.FailureCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every status that the contract names is produced here, and every answer is as the contract describes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final byte[] LARGE = java.util.Arrays.copyOf(PICTURE, 3 * 1024 * 1024);
    private static final String FORM = "multipart/form-data; boundary=x";

    private final Map<String, Set<Integer>> seen = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private Contract contract;
    private TestTier tier;

    @BeforeAll
    void start() throws IOException {
        contract = Contract.read();
        tier = TestTier.open();
        tier.detector = job -> tier.succeed(job, new Label("dog", 0.5, 0.5, 0.5, 0.5, 0.5));
    }

    @AfterAll
    void stop() {
        tier.close();
    }

    @Test
    void everyDocumentedStatusIsProducedAndEveryAnswerIsAsDocumented() throws Exception {
        whatSucceeds();
        whatIsRefused();
        whatIsNotForEverybody();
        whatIsTooMuch();
        whatIsBroken();

        assertThat(faults).isEmpty();
        for (Operation operation : contract.operations()) {
            assertThat(seen.getOrDefault(operation.id(), Set.of()))
                    .as("statuses of %s", operation.id())
                    .isEqualTo(operation.statuses());
        }
    }

    private void whatSucceeds() throws Exception {
        send("submit", tier, "/api/v1/predictions", PICTURE, "Prefer", "wait=20");
        var two = new LinkedHashMap<String, byte[]>();
        two.put("a.jpg", PICTURE);
        two.put("b.jpg", PICTURE);
        note("submit", Call.form(tier.url("/api/v1/predictions"), two, "Prefer", "wait=20"));
        String self = send("submit", tier, "/api/v1/predictions", PICTURE).header("Location");
        tier.detector = job -> tier.fail(job, FailureCode.PICTURE_DAMAGED, "It is damaged.");
        send("submit", tier, "/api/v1/predictions", PICTURE, "Prefer", "wait=20");
        tier.detector = job -> tier.succeed(job, new Label("dog", 0.5, 0.5, 0.5, 0.5, 0.5));
        ask("status", tier, self);
        ask("image", tier, self + "/image");
        ask("events", tier, self + "/events");
        ask("list", tier, "/api/v1/predictions?limit=2");
        ask("classes", tier, "/api/v1/classes");
        note("delete", Call.method("DELETE", tier.url(self)));
        note("compatText", Call.form(tier.url("/"), Map.of("a.jpg", PICTURE)));
        note("compatJson", Call.form(tier.url("/recognize_image"), Map.of("a.jpg", PICTURE)));
    }

    private void whatIsRefused() throws Exception {
        var working = tier.detector;
        tier.detector = _ -> {};
        String queued = send("submit", tier, "/api/v1/predictions", PICTURE).header("Location");
        ask("image", tier, queued + "/image");
        tier.detector = working;
        note("delete", Call.method("DELETE", tier.url(queued)));
        note("delete", Call.method("DELETE", tier.url(queued + "?x=1")));
        note("delete", Call.method("DELETE", tier.url("/api/v1/predictions/nothing")));
        note("delete", Call.method("DELETE", tier.url("/api/v1/predictions/a%2fb")));
        ask("status", tier, queued + "?x=1");
        ask("events", tier, queued + "/events?x=1");
        ask("classes", tier, "/api/v1/classes?x=1");
        ask("image", tier, queued + "/image?variant=x");
        ask("image", tier, queued + "/image?variant=%zz");
        ask("list", tier, "/api/v1/predictions?limit=0");
        ask("list", tier, "/api/v1/predictions?limit=%zz");
        for (String below : List.of("", "/image", "/events")) {
            String operation = below.isEmpty() ? "status" : below.substring(1);
            ask(operation, tier, "/api/v1/predictions/nothing" + below);
            ask(operation, tier, "/api/v1/predictions/a%2fb" + below);
        }
        for (String path : List.of("/api/v1/predictions", "/", "/recognize_image")) {
            String operation = uploadAt(path);
            send(operation, tier, path, "--x\r\nbroken".getBytes(UTF_8), "Content-Type", FORM);
            send(operation, tier, path, LARGE);
            send(operation, tier, path, "text".getBytes(UTF_8));
            send(operation, tier, path, new byte[0]);
        }
        try (TestTier hasty = tier(100_000, Duration.ofSeconds(-1), Duration.ofMinutes(1))) {
            send("submit", hasty, "/api/v1/predictions", PICTURE);
            compat(hasty);
        }
        try (TestTier impatient = tier(100_000, Duration.ofMinutes(1), Duration.ofMillis(1))) {
            compat(impatient);
        }
    }

    private void compat(TestTier which) throws Exception {
        note("compatText", Call.form(which.url("/"), Map.of("a.jpg", PICTURE)));
        note("compatJson", Call.form(which.url("/recognize_image"), Map.of("a.jpg", PICTURE)));
    }

    private void whatIsNotForEverybody() throws Exception {
        try (TestTier keyed = TestTier.keyed()) {
            everyOperation(keyed);
        }
        everyOperation(tier, "Origin", "http://evil.example");
    }

    private void whatIsTooMuch() throws Exception {
        try (TestTier slow = tier(1, Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            Call.get(slow.url("/api/v1/classes"));
            everyOperation(slow);
        }
    }

    private void whatIsBroken() throws Exception {
        tier.down = true;
        for (Operation operation : contract.operations()) {
            if (operation.statuses().contains(503)) {
                call(tier, operation);
            }
        }
        tier.down = false;
    }

    private void everyOperation(TestTier which, String... headers) throws Exception {
        for (Operation operation : contract.operations()) {
            call(which, operation, headers);
        }
    }

    private void call(TestTier which, Operation operation, String... headers) throws Exception {
        URI url = which.url(operation.path().replace("{id}", "an-id"));
        if (operation.takesPictures()) {
            note(operation.id(), Call.form(url, Map.of("a.jpg", PICTURE), headers));
        } else {
            note(operation.id(), Call.method(operation.method(), url, headers));
        }
    }

    private Call.Answer ask(String operation, TestTier which, String path) throws Exception {
        return note(operation, RawGet.of(which.port(), path));
    }

    private Call.Answer send(
            String operation, TestTier which, String path, byte[] body, String... headers)
            throws Exception {
        return note(operation, Call.post(which.url(path), body, headers));
    }

    private Call.Answer note(String operation, Call.Answer answer) {
        seen.computeIfAbsent(operation, _ -> new TreeSet<>()).add(answer.status());
        faults.addAll(
                contract.faults(
                        contract.operation(operation),
                        answer.status(),
                        answer.header("Content-Type"),
                        answer.body()));
        return answer;
    }

    private static String uploadAt(String path) {
        return switch (path) {
            case "/" -> "compatText";
            case "/recognize_image" -> "compatJson";
            default -> "submit";
        };
    }

    private static TestTier tier(int perMinute, Duration uploadTime, Duration compatWait)
            throws IOException {
        RestLimits usual = TestTier.limits();
        return new TestTier(
                TestTier.settings(
                        true,
                        "",
                        new RestLimits(
                                usual.picture(),
                                usual.pictures(),
                                usual.request(),
                                usual.uploads(),
                                usual.bytesInFlight(),
                                usual.waiting(),
                                perMinute,
                                uploadTime,
                                compatWait)));
    }
}
