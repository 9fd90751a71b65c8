package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.FailureCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;

class AskingTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final Label DOG = new Label("dog", 0.875, 0.5, 0.5, 0.25, 0.5);
    private static final String[] ONE = {"X-API-Key", TestTier.KEY};
    private static final String[] TWO = {"Authorization", "Bearer " + TestTier.OTHER_KEY};

    private TestTier tier;

    @BeforeEach
    void start() throws IOException {
        tier = TestTier.keyed();
    }

    @AfterEach
    void stop() {
        tier.close();
    }

    @Test
    void aPictureIsQueuedUntilADetectorHasLookedAtIt() throws Exception {
        URI self = submit();

        assertThat(Call.get(self, ONE).json().path("status").asString()).isEqualTo("queued");
        tier.succeed(tier.jobs.getFirst(), DOG);
        assertThat(Call.get(self, ONE).json().path("status").asString()).isEqualTo("succeeded");
        assertThat(Call.get(self, ONE).json().path("timings").path("total").asLong()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/image", "/image?variant=original", "/events"})
    void nobodySeesWhatIsAnothers(String below) throws Exception {
        URI self = submit();

        SubmittingTests.assertProblem(Call.get(under(self, below), TWO), 404);
        tier.succeed(tier.jobs.getFirst(), DOG);
        SubmittingTests.assertProblem(Call.get(under(self, below), TWO), 404);
        assertThat(Call.get(tier.url("/api/v1/predictions"), TWO).json().path("predictions"))
                .isEmpty();
    }

    @Test
    void whatNeverWasIsNotFound() throws Exception {
        for (String id : List.of("x", "%2e%2e", "a%00b", "..%2f..", "a".repeat(500))) {
            Call.Answer answer = Call.get(tier.url("/api/v1/predictions/" + id), ONE);
            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void thePictureComesBackInBothVariants() throws Exception {
        URI self = submit();

        Call.Answer early = Call.get(under(self, "/image"), ONE);
        SubmittingTests.assertProblem(early, 409);
        assertThat(early.header("Retry-After")).isEqualTo("1");
        Call.Answer original = Call.get(under(self, "/image?variant=original"), ONE);
        assertThat(original.body()).isEqualTo(PICTURE);
        assertThat(original.header("Content-Type")).isEqualTo("image/jpeg");

        tier.succeed(tier.jobs.getFirst(), DOG);
        Call.Answer annotated = Call.get(under(self, "/image?variant=annotated"), ONE);
        assertThat(annotated.status()).isEqualTo(200);
        assertThat(annotated.body()).hasSize(4);
        assertThat(annotated.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
        SubmittingTests.assertProblem(Call.get(under(self, "/image?variant=x"), ONE), 422);
    }

    @Test
    void aFailedOneHasNoAnnotatedPicture() throws Exception {
        URI self = submit();
        tier.fail(tier.jobs.getFirst(), FailureCode.PICTURE_DAMAGED, "It is damaged.");

        SubmittingTests.assertProblem(Call.get(under(self, "/image"), ONE), 404);
    }

    @Test
    void theListGoesFromPageToPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            submit();
        }
        tier.jobs.forEach(tier::succeed);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page =
                    Call.get(
                                    tier.url(
                                            "/api/v1/predictions?limit=2"
                                                    + (cursor.isEmpty()
                                                            ? ""
                                                            : "&cursor=" + cursor)),
                                    ONE)
                            .json();
            page.path("predictions").forEach(p -> seen.add(p.path("id").asString()));
            cursor = page.path("cursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=",
                "cursor=",
                "cursor=!!",
                "cursor=abcd"
            })
    void pagesThatAreNoneAreRefused(String query) throws Exception {
        SubmittingTests.assertProblem(Call.get(tier.url("/api/v1/predictions?" + query), ONE), 422);
    }

    @Test
    void eventsTellOfTheStateAndOfTheEnd() throws Exception {
        URI self = submit();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stream = threads.submit(() -> Call.get(under(self, "/events"), ONE));
            tier.succeed(tier.jobs.getFirst(), DOG);
            Call.Answer events = stream.get();

            assertThat(events.header("Content-Type")).startsWith("text/event-stream");
            assertThat(events.text().split("event: prediction\n", -1)).hasSizeBetween(2, 3);
            assertThat(events.text()).contains("\"status\":\"succeeded\"").endsWith("\n\n");
        }
    }

    @Test
    void eventsTellOfThePlaceInTheQueueAsLongAsItWaits() throws Exception {
        tier.depth = OptionalInt.of(4);
        URI self = submit();
        try (var client = HttpClient.newHttpClient();
                var events =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.send(
                                                        HttpRequest.newBuilder(
                                                                        under(self, "/events"))
                                                                .headers(ONE)
                                                                .build(),
                                                        HttpResponse.BodyHandlers.ofInputStream())
                                                .body(),
                                        UTF_8))) {
            assertThat(data(events)).contains("\"status\":\"queued\",\"place\":4");
            tier.succeed(tier.jobs.getFirst(), DOG);
            assertThat(data(events)).contains("\"status\":\"succeeded\"").doesNotContain("place");
        }
    }

    private static String data(BufferedReader events) throws IOException {
        String line = "";
        while (!line.startsWith("data:")) {
            line = events.readLine();
        }
        return line;
    }

    @Test
    void theNamesOfThingsAreListed() throws Exception {
        assertThat(Call.get(tier.url("/api/v1/classes"), ONE).json().path("classes")).hasSize(80);
    }

    @Test
    void theClassesAreThoseOfTheModelInUse() throws Exception {
        tier.classes = List.of("helmet", "Safety Vest");
        URI predictions = tier.url("/api/v1/predictions");

        assertThat(Call.get(tier.url("/api/v1/classes"), ONE).text())
                .isEqualTo("{\"classes\":[\"helmet\",\"Safety Vest\"]}");
        URI wanted = URI.create(predictions + "?classes=HELMET,safety%20vest");
        assertThat(Call.post(wanted, PICTURE, ONE).status()).isEqualTo(202);
        assertThat(tier.jobs.getFirst().options().classes())
                .containsExactlyInAnyOrder("helmet", "Safety Vest");
        SubmittingTests.assertProblem(
                Call.post(URI.create(predictions + "?classes=dog"), PICTURE, ONE), 422);
    }

    @Test
    void whatWeNeedBeingDownIsNotTheCallersFault() throws Exception {
        URI self = submit();
        tier.down = true;

        Call.Answer answer = Call.get(self, ONE);

        SubmittingTests.assertProblem(answer, 503);
        assertThat(answer.text()).doesNotContain("bucket");
    }

    @Test
    void aPathKnowsWhatItIsFor() throws Exception {
        Call.Answer put = Call.method("PUT", tier.url("/api/v1/predictions"), ONE);
        SubmittingTests.assertProblem(put, 405);
        assertThat(put.header("Allow")).isEqualTo("GET, HEAD, POST");
        SubmittingTests.assertProblem(Call.get(tier.url("/telegram/webhook"), ONE), 404);
        SubmittingTests.assertProblem(Call.get(tier.url("/readyz"), ONE), 404);
        assertThat(Call.method("HEAD", tier.url("/api/v1/classes"), ONE).status()).isEqualTo(200);
    }

    private URI submit() throws IOException, InterruptedException {
        Call.Answer answer = Call.post(tier.url("/api/v1/predictions"), PICTURE, ONE);
        return tier.url(answer.header("Location"));
    }

    private static URI under(URI self, String below) {
        return URI.create(self + below);
    }
}
