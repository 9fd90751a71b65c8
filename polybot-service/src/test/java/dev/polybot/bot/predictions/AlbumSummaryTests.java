package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class AlbumSummaryTests {

    @Test
    void eachPictureHasALineWithItsNumber() {
        AlbumSummary summary = new AlbumSummary(Language.ENGLISH, true);
        summary.add(1, found("dog", "dog"));
        summary.add(2, "Telegram would not give me this picture.");
        summary.add(3, found());

        assertThat(summary.text())
                .isEqualTo(
                        """
                        1: I found 2 dogs.
                        2: Telegram would not give me this picture.
                        3: I looked closely but found nothing.""");
    }

    @Test
    void theOnlyPictureNeedsNoNumberButOneOfSeveralHasIts() {
        AlbumSummary only = new AlbumSummary(Language.ENGLISH, false);
        only.add(1, found("dog"));
        AlbumSummary replaced = new AlbumSummary(Language.ENGLISH, true);
        replaced.add(1, found("dog"));

        assertThat(only.text()).isEqualTo("I found 1 dog.");
        assertThat(replaced.text()).isEqualTo("1: I found 1 dog.");
    }

    /** Telegram takes 1024 characters. */
    @Test
    void longLinesGiveWayAndShortOnesStay() {
        AlbumSummary summary = new AlbumSummary(Language.ENGLISH, true);
        String[] many =
                IntStream.range(0, 25)
                        .mapToObj(i -> "something with a long name " + i)
                        .toArray(String[]::new);
        for (int number = 1; number <= 9; number++) {
            summary.add(number, found(many));
        }
        summary.add(10, found("cat"));

        assertThat(summary.text()).hasSizeBetween(1000, 1024);
        assertThat(summary.text().lines()).hasSize(10).last().isEqualTo("10: I found 1 cat.");
        assertThat(summary.text().lines().limit(9)).allMatch(line -> line.endsWith("…"));
    }

    private static Prediction found(String... things) {
        return new Prediction(
                "id",
                "42",
                "images/x.jpg",
                "predicted/x.jpg",
                List.of(things).stream()
                        .map(name -> new Label(name, 0.5, 0.5, 0.5, 0.5, 0.5))
                        .toList(),
                Instant.EPOCH,
                PredictionStatus.SUCCEEDED,
                null,
                null,
                Map.of(),
                7);
    }
}
