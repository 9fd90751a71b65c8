package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PredictionButtonsTests {

    private static final Label DOG = new Label("dog", .9, .5, .5, .2, .2);

    @ParameterizedTest
    @CsvSource({
        ", 'More, from 10%; Surer, from 40%'",
        "0.25, 'More, from 10%; Surer, from 40%'",
        "0.3, 'More, from 25%; Surer, from 40%'",
        "0.1, 'Surer, from 25%'",
        "0.05, 'Surer, from 10%'",
        "0.4, 'More, from 25%; Surer, from 60%'",
        "0.8, 'More, from 60%'",
        "1, 'More, from 80%'"
    })
    void offerTheNextLowerAndHigherConfidence(Double asked, String labels) {
        assertThat(row(0, prediction(List.of(DOG)), asked, Language.ENGLISH))
                .isEqualTo(List.of(labels.split("; ")));
    }

    @Test
    void startFromTheModelsOwnThresholdWhereNoneWasAskedFor() {
        Prediction nanodet = withThreshold(prediction(List.of(DOG)), .37);

        assertThat(row(0, nanodet, null, Language.ENGLISH))
                .containsExactly("More, from 25%", "Surer, from 40%");
        assertThat(row(0, nanodet, .6, Language.ENGLISH))
                .containsExactly("More, from 40%", "Surer, from 80%");
    }

    @Test
    void offerDetailsOnlyWhereThereAreAny() {
        assertThat(row(1, prediction(List.of(DOG)), null, Language.ENGLISH))
                .containsExactly("Details", "Original");
        assertThat(row(1, prediction(List.of()), null, Language.of("de")))
                .containsExactly("Original");
        assertThat(row(0, prediction(List.of()), null, Language.of("de")))
                .containsExactly("Mehr, ab 10%", "Sicherer, ab 40%");
    }

    @Test
    void aFailureHasNone() {
        Prediction failed =
                Prediction.failed(
                        "p",
                        "42",
                        "images/x",
                        new Failure(FailureCode.NOT_A_PICTURE, "No."),
                        Instant.EPOCH,
                        Map.of(),
                        7);
        assertThat(PredictionButtons.below(failed, PredictionRequest.DEFAULT).isEmpty()).isTrue();
    }

    private static List<String> row(
            int row, Prediction prediction, Double asked, Language language) {
        PredictionRequest request =
                new PredictionRequest(new DetectionOptions(asked, Set.of()), language);
        return PredictionButtons.below(prediction, request).rows().get(row).stream()
                .map(Button::text)
                .toList();
    }

    private static Prediction withThreshold(Prediction prediction, double threshold) {
        return new Prediction(
                prediction.predictionId(),
                prediction.chatId(),
                prediction.originalImgPath(),
                prediction.predictedImgPath(),
                prediction.labels(),
                prediction.time(),
                prediction.status(),
                null,
                null,
                prediction.timings(),
                prediction.replyTo(),
                null,
                null,
                null,
                threshold);
    }

    private static Prediction prediction(List<Label> labels) {
        return new Prediction(
                "p",
                "42",
                "images/42/p.jpg",
                "predicted/42/p.jpg",
                labels,
                Instant.EPOCH,
                PredictionStatus.SUCCEEDED,
                null,
                null,
                Map.of(),
                7);
    }
}
