package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.rest.contract.Contract;
import dev.polybot.bot.rest.contract.Contract.Operation;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.Label;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Requests made from the contract, well-formed and hostile ones: whatever is asked, nothing of ours breaks. */
class HostileRequestsTests {

    private static final int REQUESTS = 600;
    private static final long SEED = 20261121;

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "%",
                    "0",
                    "-1",
                    "1e309",
                    "NaN",
                    "Infinity",
                    "9999999999999999999",
                    "null",
                    "../../etc/passwd",
                    "..\\..\\x",
                    "\u0000",
                    "\u202eexe.gpj",
                    "\ud83d\ude00",
                    "' OR 1=1 --",
                    "<script>alert(1)</script>",
                    "{\"$ne\": 1}",
                    "${jndi:ldap://127.0.0.1/x}",
                    "a,".repeat(300),
                    "x".repeat(5000),
                    "wait=99999999999999999999",
                    "rest#an-id");

    private static final byte[] PICTURE = Jpegs.of(32, 24);

    private final RandomGenerator random = new SplittableRandom(SEED);

    @Test
    void nothingThatIsAskedBreaksTheTier() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (TestTier tier = TestTier.open()) {
            tier.detector = job -> tier.succeed(job, new Label("dog", 0.5, 0.5, 0.5, 0.5, 0.5));
            Contract contract = Contract.read();
            List<Operation> operations = contract.operations();
            for (int i = 0; i < REQUESTS; i++) {
                Operation operation = operations.get(random.nextInt(operations.size()));
                Request request = request(operation);
                Call.Answer answer = send(tier, operation, request);
                if (answer.status() >= 500 || !isDocumented(operation, answer.status())) {
                    wrong.add(answer.status() + " to " + operation.id() + " " + request);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whoever names a path that is none gets 404 from whatever operation he had in mind. */
    private static boolean isDocumented(Operation operation, int status) {
        return operation.statuses().contains(status) || status == 404 || status == 400;
    }

    private record Request(String target, List<String> headers, byte[] body) {

        @Override
        public String toString() {
            return target + " " + headers + " " + body.length + " bytes";
        }
    }

    private Request request(Operation operation) throws IOException {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").stringValue();
            String value = value(parameter.path("schema"));
            switch (parameter.path("in").stringValue()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value));
                case "query" -> {
                    if (random.nextBoolean()) {
                        query.add(name + "=" + (random.nextInt(20) == 0 ? value : encoded(value)));
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        headers.addAll(List.of(name, value.replaceAll("[^ -~]", "?")));
                    }
                }
            }
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new Request(
                target, headers, operation.takesPictures() ? body(headers) : new byte[0]);
    }

    private String value(JsonNode schema) {
        if (random.nextInt(3) == 0) {
            return HOSTILE.get(random.nextInt(HOSTILE.size()));
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .stringValue();
        }
        return switch (schema.path("type").stringValue()) {
            case "integer" -> Integer.toString(random.nextInt(1, 101));
            case "number" -> Double.toString(random.nextDouble(0.01, 1));
            default -> List.of("wait=1", "person,dog", "an-id").get(random.nextInt(3));
        };
    }

    private byte[] body(List<String> headers) throws IOException {
        byte[] picture = PICTURE.clone();
        switch (random.nextInt(4)) {
            case 0 -> picture = Arrays.copyOf(picture, random.nextInt(picture.length));
            case 1 -> random.nextBytes(picture);
            case 2 -> picture[random.nextInt(picture.length)] ^= (byte) 0x55;
            default -> {
                // As it is.
            }
        }
        if (random.nextBoolean()) {
            headers.addAll(List.of("Content-Type", "image/jpeg"));
            return picture;
        }
        headers.addAll(
                List.of("Content-Type", "multipart/form-data; boundary=a-boundary-of-a-test"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            files.put(encoded(HOSTILE.get(random.nextInt(HOSTILE.size() - 4))) + i, picture);
        }
        byte[] form = Call.form(files);
        return random.nextInt(5) == 0 ? Arrays.copyOf(form, random.nextInt(form.length)) : form;
    }

    private static Call.Answer send(TestTier tier, Operation operation, Request request)
            throws IOException, InterruptedException {
        if (operation.takesPictures()) {
            return Call.post(
                    URI.create(tier.url("") + safe(request.target())),
                    request.body(),
                    request.headers().toArray(String[]::new));
        }
        return RawGet.of(
                tier.port(),
                request.target().replaceAll("[^!-~]", "_"),
                request.headers().toArray(String[]::new));
    }

    /** What Java's client sends at all. */
    private static String safe(String target) {
        return target.replaceAll("[^!-~]|[\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})", "_");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
