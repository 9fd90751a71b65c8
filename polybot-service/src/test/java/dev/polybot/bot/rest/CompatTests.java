package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.FailureCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the workload generators of the course on elastic services speak. */
class CompatTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final Label CAT = new Label("cat", 0.9, 0.5, 0.5, 0.25, 0.5);
    private static final Label DOG = new Label("dog", 0.5, 0.5, 0.5, 0.25, 0.5);

    @Test
    void theRootAnswersWithTheNameAndTheSurestClass() throws Exception {
        try (TestTier tier = TestTier.open()) {
            tier.detector = job -> tier.succeed(job, CAT, DOG, CAT);

            Call.Answer answer = Call.form(tier.url("/"), Map.of("test_0.v2.jpg", PICTURE));

            assertThat(answer.text()).isEqualTo("test_0.v2:cat");
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
        }
    }

    @Test
    void theOtherPathAnswersWithADocument() throws Exception {
        try (TestTier tier = TestTier.open()) {
            tier.detector = job -> tier.succeed(job, CAT);
            for (String path : List.of("/recognize_image", "/recognize_image/")) {
                assertThat(Call.form(tier.url(path), Map.of("test_0.jpg", PICTURE)).text())
                        .isEqualTo("{\"test_0.jpg\":\"cat\"}");
            }
        }
    }

    @Test
    void allClassesAreToldWhereThatIsWished() throws Exception {
        RestSettings open = TestTier.settings(true, "", TestTier.limits());
        RestSettings all =
                new RestSettings(
                        0,
                        open.address(),
                        "",
                        "",
                        true,
                        RestSettings.CompatResult.ALL,
                        "",
                        List.of(),
                        open.limits());
        try (TestTier tier = new TestTier(all)) {
            tier.detector = job -> tier.succeed(job, CAT, DOG, CAT);

            assertThat(Call.form(tier.url("/"), Map.of("a", PICTURE)).text())
                    .isEqualTo("a:cat,dog");
        }
    }

    @Test
    void nothingFoundIsAResultAndAFailureIsNone() throws Exception {
        try (TestTier tier = TestTier.open()) {
            tier.detector = tier::succeed;
            assertThat(Call.form(tier.url("/"), Map.of("a.jpg", PICTURE)).text())
                    .isEqualTo("a:nothing");

            tier.detector = job -> tier.fail(job, FailureCode.PICTURE_DAMAGED, "It is damaged.");
            SubmittingTests.assertProblem(Call.form(tier.url("/"), Map.of("a.jpg", PICTURE)), 422);
            SubmittingTests.assertProblem(
                    Call.form(tier.url("/"), Map.of("a.jpg", PICTURE, "b.jpg", PICTURE)), 422);
            SubmittingTests.assertProblem(
                    Call.form(tier.url("/"), Map.of("a.jpg", "text".getBytes(UTF_8))), 415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?x=1", "/recognize_image?confidence=0.9", "/recognize_image/?x=1"})
    void aParameterIsRefusedHereTooAndThePageLeavesItToItself(String path) throws Exception {
        try (TestTier tier = TestTier.open()) {
            tier.detector = job -> tier.succeed(job, CAT);

            Call.Answer answer = Call.form(tier.url(path), Map.of("a.jpg", PICTURE));

            SubmittingTests.assertProblem(answer, 422);
            assertThat(answer.json().path("detail").asString())
                    .endsWith("is no parameter of this operation; it has none.");
            assertThat(tier.jobs).isEmpty();
            assertThat(Call.get(tier.url("/?x=1")).status()).isEqualTo(200);
        }
    }

    @Test
    void aGeneratorNeedsAKeyWhereThereAreKeys() throws Exception {
        try (TestTier tier = TestTier.keyed()) {
            SubmittingTests.assertProblem(Call.form(tier.url("/"), Map.of("a.jpg", PICTURE)), 401);
        }
    }

    @Test
    void manyAtOnceAreAllAnsweredWithTheirOwn() throws Exception {
        try (TestTier tier = TestTier.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tier.detector = job -> tier.succeed(job, CAT);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "picture-" + i;
                answers.add(threads.submit(() -> ask(tier, name + ".jpg")));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo("picture-" + i + ":cat");
            }
        }
    }

    private static String ask(TestTier tier, String name) throws IOException, InterruptedException {
        return Call.form(tier.url("/"), Map.of(name, PICTURE)).text();
    }
}
