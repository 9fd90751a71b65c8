package dev.polybot.load.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.load.check.Finding;
import dev.polybot.model.detection.CocoClasses;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SummariesTests {

    private final Summaries summaries = new Summaries(CocoClasses.NAMES);

    @Test
    void pluralsAreUnderstood() {
        assertThat(
                        summaries.read(
                                "I found 4 persons, 2 buses, 1 dog, 3 wine glasses, 2 knives, 2"
                                        + " mice, 2 sheep, 2 pairs of skis."))
                .isEqualTo(
                        new Finding.Counts(
                                Map.of(
                                        "person", 4,
                                        "bus", 2,
                                        "dog", 1,
                                        "wine glass", 3,
                                        "knife", 2,
                                        "mouse", 2,
                                        "sheep", 2,
                                        "skis", 2)));
    }

    @Test
    void aNoticeBelowDoesNotDisturb() {
        assertThat(summaries.read("I found 1 pizza.\n\nA model that knows 34 things. More."))
                .isEqualTo(new Finding.Counts(Map.of("pizza", 1)));
    }

    @Test
    void nothingIsAFindingAndOtherWordsAreNone() {
        assertThat(
                        summaries.read(
                                "I looked closely but found nothing that I know in this picture."))
                .isEqualTo(new Finding.Counts(Map.of()));
        assertThat(summaries.read("This is not a picture that I can open.")).isNull();
        assertThat(summaries.read("")).isNull();
        assertThat(summaries.read("I found a dog.")).isNull();
    }
}
