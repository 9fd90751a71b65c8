package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictures over REST, with two bots of which either may be asked. */
class RestEndToEndTests {

    private static final String[] WAIT = {"Prefer", "wait=60"};

    private static RunningSystem system;
    private static Rest one;
    private static Rest other;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start(null, options -> options.withInstances(1, 2));
        one = new Rest(system.stack().restAddress(0));
        other = new Rest(system.stack().restAddress(1));
    }

    @AfterAll
    static void stop() throws Exception {
        one.close();
        other.close();
        system.close();
    }

    static Set<String> samples() {
        return Samples.expected().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsWhatIsInTheSample(String sample) throws Exception {
        JsonNode prediction = one.submit(sample, Samples.bytes(sample), WAIT);

        assertThat(prediction.path("status").asString()).isEqualTo("succeeded");
        assertThat(Rest.counts(prediction)).isEqualTo(Samples.expected().get(sample));
        assertThat(prediction.path("picture").path("width").asInt()).isPositive();
        assertThat(one.bytes(prediction.path("links").path("original").asString()))
                .isEqualTo(Samples.bytes(sample));
        assertThat(one.bytes(prediction.path("links").path("annotated").asString()))
                .startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void aBoxLiesWhereItsFractionsSay() throws Exception {
        JsonNode prediction = one.submit("coffee.jpg", Samples.bytes("coffee.jpg"), WAIT);

        double width = prediction.path("picture").path("width").asDouble();
        JsonNode label = prediction.path("labels").path(0);
        double centre =
                label.path("box").path("x").asDouble()
                        + label.path("box").path("width").asDouble() / 2;
        assertThat(centre / width)
                .isCloseTo(label.path("normalised").path("cx").asDouble(), Offset.offset(0.001));
    }

    @Test
    void whatOneTakesInIsWaitedForAtTheOther() throws Exception {
        byte[] picture = Samples.bytes("breakfast.jpg");

        JsonNode queued = one.submit("breakfast.jpg", picture, "Idempotency-Key", "either");
        JsonNode ended =
                other.submit(
                        "breakfast.jpg", picture, "Idempotency-Key", "either", "Prefer", "wait=60");

        assertThat(ended.path("id")).isEqualTo(queued.path("id"));
        assertThat(ended.path("status").asString()).isEqualTo("succeeded");
        assertThat(one.get(queued.path("links").path("self").asString())).isEqualTo(ended);
    }

    @Test
    void theDeathOfTheOneThatTookItInChangesNothing() throws Exception {
        JsonNode queued = one.submit("wall.jpg", Samples.bytes("wall.jpg"));
        String self = queued.path("links").path("self").asString();
        system.stack().bots().getFirst().kill();
        try {
            Awaitility.await()
                    .atMost(RunningSystem.PATIENCE)
                    .until(() -> other.get(self).path("status").asString().equals("succeeded"));
        } finally {
            system.stack().bots().getFirst().restart();
            system.stack().bots().getFirst().awaitReady(RunningSystem.PATIENCE.multipliedBy(2));
        }
    }

    @Test
    void aHundredWorkloadGeneratorsAtOnceAllGetTheirOwnAnswer() throws Exception {
        List<String> names = List.copyOf(samples());
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String sample = names.get(i % names.size());
            byte[] picture = Samples.bytes(sample);
            String name = i + "-" + sample;
            Rest bot = i % 2 == 0 ? one : other;
            requests.add(() -> bot.generate("/recognize_image/", name, picture));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(requests);
            for (int i = 0; i < 100; i++) {
                String sample = names.get(i % names.size());
                HttpResponse<String> answer = answers.get(i).get();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                String result =
                        JsonMapper.shared()
                                .readTree(answer.body())
                                .path(i + "-" + sample)
                                .asString();
                assertThat(Samples.expected().getOrDefault(sample, Map.of())).containsKey(result);
            }
        }
    }

    /** The data tier of workload generators: the picture's name and its result in one object. */
    @Test
    void theResultsObjectHasThePicturesName() throws Exception {
        JsonNode prediction = one.submit("my%20coffee.jpg", Samples.bytes("coffee.jpg"), WAIT);

        JsonNode object =
                JsonMapper.shared()
                        .readTree(
                                system.aws()
                                        .object(
                                                "predicted/rest:local/"
                                                        + prediction.path("id").asString()
                                                        + ".json"));
        assertThat(object.path("name").asString()).isEqualTo("my coffee.jpg");
        assertThat(Rest.counts(object)).isEqualTo(Samples.expected().get("coffee.jpg"));
    }

    @Test
    void theExamplesOfTheDocumentationWork() throws Exception {
        String page = Files.readString(Samples.ROOT.resolve("docs/rest.md"));
        Matcher examples = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(page);
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        while (examples.find()) {
            script.append(examples.group(1));
        }
        assertThat(script).contains("curl");

        Path log = Samples.ROOT.resolve("end-to-end/target/rest-examples.log");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script.toString());
        bash.directory(Samples.ROOT.resolve("docs/samples").toFile());
        bash.environment().put("POLYBOT", system.stack().restAddress(0).toString());
        bash.environment().put("KEY", "none-is-needed-here");
        int exit = bash.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();

        String said = Files.readString(log);
        assertThat(exit).as(said).isZero();
        assertThat(said)
                .contains("\"status\":\"succeeded\"", "breakfast:")
                .doesNotContain("urn:polybot");
    }
}
