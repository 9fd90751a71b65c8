package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.outbox.OutgoingMessage;
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
    private static final List<OutgoingMessage.Picture> PICTURE =
            List.of(new OutgoingMessage.Picture("predicted/42/p.jpg", true));

    @Test
    void showsThePictureWithTheSummary() {
        Prediction prediction = succeeded(List.of(new Label("dog", .5, .5, .5, .5, .5)), null);
        assertThat(shown(prediction)).isEqualTo(PICTURE);
        assertThat(words(prediction)).isEqualTo("I found 1 dog.");
    }

    @Test
    void nothingFoundShowsThePictureToo() {
        Prediction prediction = succeeded(List.of(), null);
        assertThat(shown(prediction)).isEqualTo(PICTURE);
        assertThat(words(prediction)).isEqualTo(NOTHING_FOUND);
    }

    @Test
    void aModelsNoticeStandsBelow() {
        assertThat(words(succeeded(List.of(), "This model knows drawings.")))
                .isEqualTo(NOTHING_FOUND + "\n\nThis model knows drawings.");
    }

    @Test
    void aFailureIsToldInItsOwnWordsWithoutAPicture() {
        Failure failure = new Failure(FailureCode.PICTURE_DAMAGED, "This picture is damaged.");
        Prediction failed =
                Prediction.failed("p", "42", "images/x", failure, Instant.EPOCH, Map.of(), 7);
        assertThat(PredictionReply.content(failed, PredictionRequest.DEFAULT))
                .isEqualTo(OutgoingMessage.Text.of("This picture is damaged."));
    }

    private static List<OutgoingMessage.Picture> shown(Prediction prediction) {
        return content(prediction).pictures();
    }

    private static String words(Prediction prediction) {
        return content(prediction).caption();
    }

    private static OutgoingMessage.Pictures content(Prediction prediction) {
        return (OutgoingMessage.Pictures)
                PredictionReply.content(prediction, PredictionRequest.DEFAULT);
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
