package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

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

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aScoreThatIsNoNumberIsAFailureInEveryLayout(float score) {
        Map<OutputLayout, NetworkOutput> outputs =
                Map.of(
                        layout,
                        output(new float[] {9, 9, 2, 2, score, 1}, 1, 6),
                        new YoloV8Layout(),
                        output(new float[] {9, 9, 2, 2, score}, 5, 1),
                        new EndToEndLayout(),
                        output(new float[] {9, 9, 2, 2, score, 0}, 1, 6));

        assertThat(outputs)
                .allSatisfy(
                        (each, output) ->
                                assertThatThrownBy(() -> each.candidates(output, 0.25f))
                                        .isInstanceOf(EngineFailedException.class)
                                        .hasMessageContaining("no number"));
    }

    private static NetworkOutput output(float[] values, long rows, long columns) {
        return new NetworkOutput(List.of(List.of(1L, rows, columns)), List.of(values));
    }
}
