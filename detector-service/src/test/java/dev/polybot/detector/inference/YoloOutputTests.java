package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class YoloOutputTests {

    @Test
    void confidenceIsObjectnessTimesTheBestClassScore() {
        YoloOutput output = new YoloOutput(new float[] {50, 40, 20, 10, 0.8f, 0.1f, 0.5f}, 1, 7);

        List<Candidate> candidates = output.candidates(0.25f);

        assertThat(candidates).hasSize(1);
        Candidate only = candidates.getFirst();
        assertThat(only.classIndex()).isEqualTo(1);
        assertThat(only.confidence()).isCloseTo(0.4f, within(1e-6f));
        assertThat(only.box()).isEqualTo(new Box(40, 35, 60, 45));
    }

    @Test
    void aRowCountsOnlyAboveTheThresholdInObjectnessAndInConfidence() {
        float[] rows = {
            9, 9, 2, 2, 0.25f, 1, 0, //
            9, 9, 2, 2, 0.6f, 0.4f, 0.4f, //
            9, 9, 2, 2, 0.6f, 0.5f, 0
        };

        List<Candidate> candidates = new YoloOutput(rows, 3, 7).candidates(0.25f);

        assertThat(candidates)
                .singleElement()
                .satisfies(
                        candidate ->
                                assertThat(candidate.confidence()).isCloseTo(0.3f, within(1e-6f)));
    }

    @Test
    void numbersThatAreNoneAreNotFound() {
        float[] row = {Float.NaN, 1, 1, 1, Float.NaN, Float.NaN};

        assertThat(new YoloOutput(row, 1, 6).candidates(0.25f)).isEmpty();
    }
}
