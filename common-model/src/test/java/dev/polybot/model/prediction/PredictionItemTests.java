package dev.polybot.model.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class PredictionItemTests {

    private static final Instant TIME = Instant.ofEpochSecond(1_793_000_000);

    private static final Prediction SUCCEEDED =
            new Prediction(
                    "p1",
                    "42",
                    "images/42/p1.jpg",
                    "predicted/42/p1.jpg",
                    List.of(new Label("person", 0.875, 0.5, 0.25, 0.125, 0.5)),
                    TIME,
                    PredictionStatus.SUCCEEDED,
                    null,
                    new ModelInfo("yolov5n", "7.0", null),
                    Map.of("inference", 37L),
                    7);

    @Test
    void comesBackAsItWas() {
        Map<String, AttributeValue> item = PredictionItem.from(SUCCEEDED, Duration.ofDays(30));

        assertThat(PredictionItem.read(item)).isEqualTo(SUCCEEDED);
    }

    @Test
    void soDoesWhatItsSenderSaidOfThePicture() {
        Prediction asked =
                SUCCEEDED.askedFor("street.jpg", Instant.parse("2026-11-01T10:00:00.123Z"));

        assertThat(PredictionItem.read(PredictionItem.from(asked, Duration.ofDays(30))))
                .isEqualTo(asked);
    }

    @Test
    void soDoesThePicturesSize() {
        Prediction sized =
                new Prediction(
                        "p1",
                        "rest:one",
                        "images/p1.jpg",
                        null,
                        List.of(),
                        TIME,
                        PredictionStatus.SUCCEEDED,
                        null,
                        null,
                        Map.of(),
                        null,
                        null,
                        null,
                        new Dimensions(640, 480));

        assertThat(PredictionItem.read(PredictionItem.from(sized, Duration.ofDays(30))))
                .isEqualTo(sized);
    }

    @Test
    void aFailureComesBackAsItWas() {
        Prediction failed =
                Prediction.failed(
                        "p1",
                        "42",
                        "images/x.jpg",
                        new Failure(FailureCode.PICTURE_DAMAGED, "The picture is damaged."),
                        TIME,
                        Map.of(),
                        null);

        assertThat(PredictionItem.read(PredictionItem.from(failed, Duration.ofDays(30))))
                .isEqualTo(failed);
    }

    @Test
    void keepsTheAttributeNamesOfTheOriginal() {
        Map<String, AttributeValue> item = PredictionItem.from(SUCCEEDED, Duration.ofDays(30));

        assertThat(item)
                .containsKeys(
                        "predictionId",
                        "chatId",
                        "originalImgPath",
                        "predictedImgPath",
                        "labels",
                        "time");
        assertThat(item.get("time").n()).isEqualTo("1793000000");
        assertThat(item.get("labels").l().getFirst().m())
                .containsKeys("class", "cx", "cy", "width", "height");
    }

    @Test
    void expiresWhenItsRetentionIsOver() {
        Map<String, AttributeValue> item = PredictionItem.from(SUCCEEDED, Duration.ofDays(1));

        assertThat(item.get(PredictionTable.EXPIRES_AT).n()).isEqualTo("1793086400");
    }
}
