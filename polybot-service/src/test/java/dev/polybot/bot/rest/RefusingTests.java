package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.prediction.Dimensions;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is not understood is refused; what was asked is told; what is deleted is gone. */
class RefusingTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);

    private TestTier tier;

    @BeforeEach
    void start() {
        tier = TestTier.open();
    }

    @AfterEach
    void stop() {
        tier.close();
    }

    @ParameterizedTest
    @CsvSource({
        "?conf=0.4, conf",
        "?Confidence=0.4, Confidence",
        "?classes=person&minConfidence=1, minConfidence"
    })
    void aParameterThatThereIsNotIsNamed(String query, String name) throws Exception {
        Call.Answer answer = post(query);

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString())
                .contains(name)
                .contains("classes, confidence, name");
        assertThat(tier.jobs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"?confidence=0.4&confidence=0.4, confidence", "?name=a.jpg&name=b.jpg, name"})
    void aParameterThatIsGivenTwiceIsSaidToBe(String query, String name) throws Exception {
        Call.Answer answer = post(query);

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("\"" + name + "\" is given twice or more. Give it once.");
    }

    @ParameterizedTest
    @CsvSource({
        "name=%zz, a % that is not followed by two hexadecimal digits",
        "name=a%4, a % that is not followed by two hexadecimal digits",
        "name=K%E4se.jpg, no UTF-8",
        "%E4=a, no UTF-8",
        "=x, a value without a parameter's name",
        "name=a&=x, a value without a parameter's name",
    })
    void whatIsWrongWithAQueryIsSaid(String query, String said) throws Exception {
        Call.Answer answer = RawGet.of(tier.port(), "/api/v1/predictions?" + query);

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains(said);
    }

    @Test
    void classesMayAlsoBeGivenOneByOne() throws Exception {
        post("?classes=person,dog&classes=cat");

        assertThat(tier.jobs.getFirst().options().classes())
                .containsExactlyInAnyOrder("person", "dog", "cat");
    }

    @Test
    void everyClassThatNobodyKnowsIsNamedWithWhatWasMeant() throws Exception {
        Call.Answer answer = post("?classes=dgo,person,unicorn,Kat");

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString())
                .startsWith(
                        "I do not know \"dgo\" (did you mean \"dog\"?), \"unicorn\", \"Kat\" (did you"
                                + " mean \"cat\"?) of \"classes\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/predictions?page=2",
                "/api/v1/classes?x",
                "/api/v1/predictions/an-id?x=1"
            })
    void noOperationDropsAParameterSilently(String path) throws Exception {
        SubmittingTests.assertProblem(Call.get(tier.url(path)), 422);
    }

    @Test
    void pagesMindNoParameters() throws Exception {
        assertThat(Call.get(tier.url("/?utm_source=x")).status()).isEqualTo(200);
        assertThat(Call.get(tier.url("/api?x=1")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"persn", "person,unicorn", "%3Cscript%3E", "dog%00"})
    void aClassThatNobodyKnowsIsNamed(String classes) throws Exception {
        Call.Answer answer = post("?classes=" + classes);

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString()).contains("/api/v1/classes");
        assertThat(tier.jobs).isEmpty();
    }

    @Test
    void classesAreFoundInWhateverCase() throws Exception {
        post("?classes=Person,DOG");

        assertThat(tier.jobs.getFirst().options().classes())
                .containsExactlyInAnyOrder("person", "dog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%EF%BF%BF", "dog,%EF%BF%BE", "%EF%B7%90"})
    void aCharacterThatIsNoneIsNotUnderstood(String classes) throws Exception {
        SubmittingTests.assertProblem(post("?classes=" + classes), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e100",
                "1e-400",
                "0x1p-1",
                "0.5f",
                "-0.5",
                "Infinity",
                "0.4,0.5",
                "0.0",
                "%D9%A1"
            })
    void aConfidenceThatIsNoneIsRefused(String confidence) throws Exception {
        SubmittingTests.assertProblem(post("?confidence=" + confidence), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4", ".4", "1", "1.0", "0.05"})
    void aConfidenceIsADecimal(String confidence) throws Exception {
        assertThat(post("?confidence=" + confidence).status()).isEqualTo(202);
    }

    @Test
    void aPredictionNeverEndsBeforeItWasAskedForAndSaysItsThreshold() throws Exception {
        tier.detector =
                job ->
                        tier.end(
                                new Prediction(
                                        String.valueOf(job.predictionId()),
                                        job.chatId(),
                                        "images/" + job.imgName(),
                                        null,
                                        List.of(),
                                        job.submittedAt().minus(Duration.ofMillis(400)),
                                        PredictionStatus.SUCCEEDED,
                                        null,
                                        null,
                                        Map.of(),
                                        null,
                                        job.name(),
                                        job.submittedAt(),
                                        new Dimensions(64, 48),
                                        0.25));

        var told = Call.post(tier.url("/api/v1/predictions"), PICTURE, "Prefer", "wait=20").json();

        assertThat(told.path("completedAt").asString())
                .isEqualTo(told.path("submittedAt").asString());
        assertThat(told.path("threshold").asDouble()).isEqualTo(0.25);
    }

    @Test
    void whatIsDeletedIsGone() throws Exception {
        URI self = tier.url(post("").header("Location"));
        SubmittingTests.assertProblem(Call.method("DELETE", self), 409);
        tier.succeed(tier.jobs.getFirst());

        Call.Answer deleted = Call.method("DELETE", self);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(tier.objects).isEmpty();
        SubmittingTests.assertProblem(Call.get(self), 404);
        SubmittingTests.assertProblem(Call.method("DELETE", self), 404);
    }

    /** The detector still knows the id, and would tell of a result that is gone. */
    @Test
    void theKeyOfWhatWasDeletedBringsNothingBack() throws Exception {
        String[] key = {"Idempotency-Key", "once"};
        URI all = tier.url("/api/v1/predictions");
        URI self = tier.url(Call.post(all, PICTURE, key).header("Location"));
        tier.succeed(tier.jobs.getFirst());
        Call.method("DELETE", self);

        Call.Answer again = Call.post(all, PICTURE, key);

        SubmittingTests.assertProblem(again, 422);
        assertThat(again.json().path("detail").asString()).contains("has been deleted");
        assertThat(tier.jobs).hasSize(1);
        SubmittingTests.assertProblem(Call.get(self), 404);
    }

    @Test
    void nobodyDeletesWhatIsAnothers() throws Exception {
        try (TestTier keyed = TestTier.keyed()) {
            URI self =
                    keyed.url(
                            Call.post(
                                            keyed.url("/api/v1/predictions"),
                                            PICTURE,
                                            "X-API-Key",
                                            TestTier.KEY)
                                    .header("Location"));
            keyed.succeed(keyed.jobs.getFirst());

            SubmittingTests.assertProblem(
                    Call.method("DELETE", self, "X-API-Key", TestTier.OTHER_KEY), 404);
            assertThat(keyed.objects).isNotEmpty();
        }
    }

    private Call.Answer post(String query) throws Exception {
        return Call.post(tier.url("/api/v1/predictions" + query), PICTURE);
    }
}
