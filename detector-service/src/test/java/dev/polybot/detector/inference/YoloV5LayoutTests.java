package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class YoloV5LayoutTests {

    private final OutputLayout layout = new YoloV5Layout();

    @Test
    void confidenceIsObjectnessTimesTheBestClassScore() {
        NetworkOutput output = output(new float[] {50, 40, 20, 10, 0.8f, 0.1f, 0.5f}, 1, 7);

        List<Candidate> candidates = layout.candidates(output, 0.25f);

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

        List<Candidate> candidates = layout.candidates(output(rows, 3, 7), 0.25f);

        assertThat(candidates)
                .singleElement()
                .satisfies(
                        candidate ->
                                assertThat(candidate.confidence()).isCloseTo(0.3f, within(1e-6f)));
    }

    @Test
    void numbersThatAreNoneAreNotFound() {
        float[] row = {Float.NaN, 1, 1, 1, Float.NaN, Float.NaN};

        assertThat(layout.candidates(output(row, 1, 6), 0.25f)).isEmpty();
    }

    private static NetworkOutput output(float[] values, long rows, long columns) {
        return new NetworkOutput(List.of(List.of(1L, rows, columns)), List.of(values));
    }
}
