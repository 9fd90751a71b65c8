package dev.polybot.detector.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.detector.inference.Box;
import dev.polybot.detector.inference.Detection;
import dev.polybot.detector.tool.LabelledPhoto.Truth;

import org.junit.jupiter.api.Test;

import java.util.List;

class AccuracyMetricsTests {

    private static final Box NEAR = new Box(0, 0, 10, 10);
    private static final Box FAR = new Box(50, 50, 60, 60);

    private final AccuracyMetrics judgement = new AccuracyMetrics();

    @Test
    void boxesOnTheirLabelsAreWorthEverything() {
        judgement.add(
                List.of(found(0, 0.9f, NEAR), found(3, 0.8f, FAR)),
                List.of(new Truth(0, NEAR), new Truth(3, FAR)));

        assertThat(judgement.map50()).isEqualTo(1);
        assertThat(judgement.map5095()).isEqualTo(1);
        assertThat(judgement.above(0.5)).isEqualTo(new AccuracyMetrics.Score(1, 1, 1));
    }

    @Test
    void aLabelIsFoundOnce() {
        judgement.add(
                List.of(found(0, 0.9f, NEAR), found(0, 0.8f, NEAR)), List.of(new Truth(0, NEAR)));

        assertThat(judgement.above(0.5)).isEqualTo(new AccuracyMetrics.Score(0.5, 1, 2 / 3.0));
    }

    @Test
    void anotherClassIsNotRight() {
        judgement.add(List.of(found(1, 0.9f, NEAR)), List.of(new Truth(0, NEAR)));

        assertThat(judgement.map50()).isZero();
        assertThat(judgement.above(0.5)).isEqualTo(new AccuracyMetrics.Score(0, 0, 0));
    }

    @Test
    void averagePrecisionFallsWithWhatIsSurerAndWrong() {
        judgement.add(
                List.of(found(0, 0.9f, FAR), found(0, 0.8f, NEAR)), List.of(new Truth(0, NEAR)));

        assertThat(judgement.map50()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aBoxThatIsHalfOffCountsAtLowOverlapsOnly() {
        judgement.add(
                List.of(found(0, 0.9f, new Box(0, 0, 10, 7.2f))), List.of(new Truth(0, NEAR)));

        assertThat(judgement.map50()).isEqualTo(1);
        assertThat(judgement.map5095()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void thingsOfAnotherPhotoAreNotFound() {
        judgement.add(List.of(), List.of(new Truth(0, NEAR)));
        judgement.add(List.of(found(0, 0.9f, NEAR)), List.of());

        assertThat(judgement.labels()).isOne();
        assertThat(judgement.above(0.5).recall()).isZero();
    }

    private static Detection found(int classIndex, float confidence, Box box) {
        return new Detection(classIndex, "thing", confidence, box);
    }
}
