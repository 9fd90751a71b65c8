package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class PredictionReplyTests {

    private static final String NOTHING_FOUND = Language.ENGLISH.say("found-nothing");

    @Test
    void showsThePictureWithTheSummary() {
        assertThat(
                        PredictionReply.to(
                                succeeded(List.of(new Label("dog", .5, .5, .5, .5, .5)), null),
                                Language.ENGLISH))
                .isEqualTo(new PredictionReply("I found 1 dog.", "predicted/42/p.jpg"));
    }

    @Test
    void nothingFoundShowsThePictureToo() {
        assertThat(PredictionReply.to(succeeded(List.of(), null), Language.ENGLISH))
                .isEqualTo(new PredictionReply(NOTHING_FOUND, "predicted/42/p.jpg"));
    }

    @Test
    void aModelsNoticeStandsBelow() {
        assertThat(
                        PredictionReply.to(
                                        succeeded(List.of(), "This model knows drawings."),
                                        Language.ENGLISH)
                                .text())
                .isEqualTo(NOTHING_FOUND + "\n\nThis model knows drawings.");
    }

    @Test
    void aFailureIsToldInItsOwnWordsWithoutAPicture() {
        Failure failure = new Failure(FailureCode.PICTURE_DAMAGED, "This picture is damaged.");
        assertThat(
                        PredictionReply.to(
                                Prediction.failed(
                                        "p", "42", "images/x", failure, Instant.EPOCH, Map.of(), 7),
                                Language.ENGLISH))
                .isEqualTo(new PredictionReply("This picture is damaged.", null));
    }

    private static Prediction succeeded(List<Label> labels, String notice) {
        return new Prediction(
                "p",
                "42",
                "images/42/p.jpg",
                "predicted/42/p.jpg",
                labels,
                Instant.EPOCH,
                PredictionStatus.SUCCEEDED,
                null,
                new ModelInfo("m", "1", notice),
                Map.of(),
                7);
    }
}
