package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.FailureCode;

import io.awspring.cloud.sqs.operations.MessagingOperationFailedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.exception.SdkClientException;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;

class SubmittingTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final Label DOG = new Label("dog", 0.875, 0.5, 0.5, 0.25, 0.5);

    private TestTier tier;

    @BeforeEach
    void start() throws IOException {
        tier = TestTier.open();
    }

    @AfterEach
    void stop() {
        tier.close();
    }

    @Test
    void aPictureIsStoredAndQueuedAndItsAddressTold() throws Exception {
        Call.Answer answer = Call.post(url("?name=C:\\photos\\a%20dog.jpg"), PICTURE, type());

        assertThat(answer.status()).isEqualTo(202);
        IdentifyJob job = tier.jobs.getFirst();
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/predictions/" + job.predictionId());
        assertThat(answer.json().path("status").asString()).isEqualTo("queued");
        assertThat(answer.json().path("name").asString()).isEqualTo("a dog.jpg");
        assertThat(job.chatId()).isEqualTo("rest:local");
        assertThat(job.replyTo()).isNull();
        assertThat(job.name()).isEqualTo("a dog.jpg");
        assertThat(job.options()).isEqualTo(DetectionOptions.DEFAULT);
        assertThat(tier.objects.get("images/" + job.imgName())).isEqualTo(PICTURE);
    }

    @Test
    void whatIsAskedForReachesTheDetector() throws Exception {
        Call.post(url("?confidence=0.4&classes=person,%20hot%20dog"), PICTURE, type());

        assertThat(tier.jobs.getFirst().options())
                .isEqualTo(new DetectionOptions(0.4, Set.of("person", "hot dog")));
    }

    @Test
    void whoeverPrefersToWaitGetsTheResult() throws Exception {
        tier.detector = job -> tier.succeed(job, DOG);

        Call.Answer answer = Call.post(url(""), PICTURE, "Prefer", "respond-async, wait=20");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
        JsonNode label = answer.json().path("labels").path(0);
        assertThat(label.path("class").asString()).isEqualTo("dog");
        assertThat(label.path("box").toString())
                .isEqualTo("{\"x\":75.0,\"y\":25.0,\"width\":50.0,\"height\":50.0}");
        assertThat(label.path("normalised").path("cx").asDouble()).isEqualTo(0.5);
        assertThat(answer.json().path("summary").asString()).isEqualTo("I found 1 dog.");
        assertThat(answer.json().path("model").path("name").asString()).isEqualTo("a-model");
    }

    @Test
    void whoeverWaitsInVainIsToldWhereItWillBe() throws Exception {
        Call.Answer answer = Call.post(url(""), PICTURE, "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isNotBlank();
    }

    @Test
    void theEndOfTheProcessLetsThoseGoWhoWait() throws Exception {
        tier.detector = _ -> tier.letGo();

        assertThat(Call.post(url(""), PICTURE, "Prefer", "wait=60").status()).isEqualTo(202);
    }

    @Test
    void aFailureIsAResultToo() throws Exception {
        tier.detector =
                job -> tier.fail(job, FailureCode.TOO_MANY_PIXELS, "That has too many pixels.");

        Call.Answer answer = Call.post(url(""), PICTURE, "Prefer", "wait=20");
        JsonNode failed = answer.json();
        assertThat(answer.status()).isEqualTo(200);

        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("failure").toString())
                .isEqualTo(
                        "{\"code\":\"TOO_MANY_PIXELS\",\"message\":\"That has too many pixels.\"}");
        assertThat(failed.path("links").has("annotated")).isFalse();
    }

    @Test
    void aFormMayHaveSeveralPictures() throws Exception {
        tier.detector = tier::succeed;

        Call.Answer answer =
                Call.form(
                        url(""),
                        inOrder("a.jpg", PICTURE, "b.jpg", Jpegs.of(32, 32)),
                        "Prefer",
                        "wait=20");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("predictions").valueStream())
                .extracting(prediction -> prediction.path("name").asString())
                .containsExactly("a.jpg", "b.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?confidence=0",
                "?confidence=1.1",
                "?confidence=NaN",
                "?confidence=high",
                "?classes=",
                "?classes=,,"
            })
    void optionsThatMeanNothingAreRefused(String query) throws Exception {
        assertProblem(Call.post(url(query), PICTURE, type()), 422);
        assertThat(tier.jobs).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() throws Exception {
        assertProblem(Call.post(url(""), "hello".getBytes(UTF_8), type()), 415);
        assertProblem(Call.post(url(""), "%PDF-1.7".getBytes(UTF_8), type()), 415);
        assertProblem(Call.post(url(""), PICTURE, "Content-Type", "application/json"), 400);
        assertProblem(Call.post(url(""), PICTURE, "Content-Type", "///"), 415);
        assertProblem(Call.form(url(""), Map.of("a.jpg", "no".getBytes(UTF_8))), 415);
        assertProblem(Call.post(url(""), new byte[0], type()), 422);
        assertProblem(Call.post(url(""), Arrays.copyOf(PICTURE, 12), type()), 422);
        assertThat(tier.jobs).isEmpty();
        assertThat(tier.objects).isEmpty();
    }

    @Test
    void moreThanIsTakenIsRefused() throws Exception {
        byte[] large = Arrays.copyOf(PICTURE, 2 * 1024 * 1024 + 1);

        assertProblem(Call.post(url(""), large, type()), 413);
        assertProblem(Call.form(url(""), Map.of("a.jpg", large)), 413);
        assertProblem(
                Call.form(
                        url(""),
                        inOrder(
                                "a.jpg", PICTURE, "b.jpg", PICTURE, "c.jpg", PICTURE, "d.jpg",
                                PICTURE)),
                413);
        assertThat(tier.jobs).isEmpty();
    }

    @Test
    void aBrokenFormIsMalformed() throws Exception {
        byte[] form = Call.form(Map.of("a.jpg", PICTURE));
        byte[] cutOff = Arrays.copyOf(form, form.length / 2);

        assertProblem(
                Call.post(
                        url(""),
                        cutOff,
                        "Content-Type",
                        "multipart/form-data; boundary=a-boundary-of-a-test"),
                400);
        assertProblem(Call.post(url(""), form, "Content-Type", "multipart/form-data"), 400);
        assertProblem(Call.form(url(""), Map.of()), 400, 422);
    }

    @Test
    void theSameKeyIsTheSamePicture() throws Exception {
        Call.Answer first = Call.post(url(""), PICTURE, "Idempotency-Key", "one");
        Call.Answer again = Call.post(url(""), PICTURE, "Idempotency-Key", "one");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(tier.jobs).hasSize(1);
        assertThat(Call.post(url(""), PICTURE, "Idempotency-Key", "two").text())
                .isNotEqualTo(first.text());
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() throws Exception {
        Call.post(url(""), PICTURE, "Idempotency-Key", "one");

        assertProblem(Call.post(url(""), Jpegs.of(8, 8), "Idempotency-Key", "one"), 422);
        assertProblem(Call.post(url("?confidence=0.3"), PICTURE, "Idempotency-Key", "one"), 422);
        assertThat(tier.jobs).hasSize(1);
        assertProblem(Call.post(url(""), PICTURE, "Idempotency-Key", "a key"), 422);
    }

    /** The first attempt failed between remembering the picture and queueing its job. */
    @Test
    void aRequestSentAgainFinishesWhatTheFirstLeftOpen() throws Exception {
        tier.detector =
                _ -> {
                    tier.detector = _ -> {};
                    tier.down = true;
                    throw new MessagingOperationFailedException(
                            "not sent",
                            "polybot-identify",
                            new CompletionException(SdkClientException.create("gone")));
                };

        Call.Answer first = Call.post(url(""), PICTURE, "Idempotency-Key", "one");
        tier.down = false;
        Call.Answer again = Call.post(url(""), PICTURE, "Idempotency-Key", "one");

        assertProblem(first, 503);
        assertThat(first.header("Retry-After")).isNotBlank();
        assertThat(again.status()).isEqualTo(202);
        assertThat(tier.jobs).hasSize(2);
        assertThat(tier.jobs.get(0).predictionId()).isEqualTo(tier.jobs.get(1).predictionId());
    }

    @Test
    void nothingStaysBehindInTemporaryFiles() throws Exception {
        long before = temporaryFiles();
        Call.post(url(""), PICTURE, type());
        Call.post(url(""), "hello".getBytes(UTF_8), type());
        Call.form(url(""), Map.of("a.jpg", PICTURE));

        await().untilAsserted(() -> assertThat(temporaryFiles()).isLessThanOrEqualTo(before));
    }

    static void assertProblem(Call.Answer answer, Integer... statuses) {
        assertThat(List.of(statuses)).contains(answer.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("type").asString()).startsWith("urn:polybot:problem:");
    }

    private static long temporaryFiles() throws IOException {
        try (var files =
                java.nio.file.Files.list(
                        java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".picture")).count();
        }
    }

    private static Map<String, byte[]> inOrder(Object... namesAndFiles) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFiles.length; i += 2) {
            files.put((String) namesAndFiles[i], (byte[]) namesAndFiles[i + 1]);
        }
        return files;
    }

    private URI url(String query) {
        return tier.url("/api/v1/predictions" + query.replace("\\", "%5C"));
    }

    private static String[] type() {
        return new String[] {"Content-Type", "image/jpeg"};
    }
}
