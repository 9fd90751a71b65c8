package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.detector.model.UnusableModelException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;

class OutputReadingTests {

    /** YOLOv8's, YOLOv7's and an end-to-end network's; of bodies, of hands, and with two classes. */
    @ParameterizedTest
    @CsvSource({
        "56, 8400, 0, 1 class and 17 points",
        "56, 8400, 1, 1 class and 17 points",
        "68, 8400, 0, 1 class and 21 points",
        "57, 8400, 2, 2 classes and 17 points",
        "25200, 57, 0, 1 class and 17 points",
        "300, 57, 0, 1 class and 17 points"
    })
    void aPoseModelIsRefusedAsOneThoughNothingSaysSo(
            long rows, long columns, int names, String reason) {
        assertThatThrownBy(() -> layout(rows, columns, names(names)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("best.onnx is a pose model")
                .hasMessageContaining("(1, " + rows + ", " + columns + ")")
                .hasMessageContaining(reason)
                .hasMessageContaining("export.py")
                .hasMessageContaining(".names beside it");
    }

    @Test
    void aDetectionModelOfAsManyClassesIsReadWhereTheyAreNamed() {
        assertThat(layout(56, 8400, names(52))).isInstanceOf(YoloV8Layout.class);
        assertThat(layout(25200, 57, names(52))).isInstanceOf(YoloV5Layout.class);
    }

    /** As many values as classes and an angle; or somebody forgot a name. */
    @Test
    void oneValueMoreThanNamesMayBeTheAngleOfTurnedBoxes() {
        assertThatThrownBy(() -> layout(20, 8400, names(15)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("(1, 20, 8400)")
                .hasMessageContaining("turned boxes (-obb), take detection weights")
                .hasMessageContaining("export.py")
                .hasMessageContaining("add the name that is missing");
    }

    @ParameterizedTest
    @CsvSource({"84, 80", "84, 79", "7, 2", "7, 3", "369, 365", "369, 0", "5, 1"})
    void aTransformersBoxesAreRefusedHoweverManyNamesThereAre(long columns, int names) {
        assertThatThrownBy(() -> layout(300, columns, names(names)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContainingAll("RT-DETR", "(1, 300, " + columns + ")", "export.py")
                .hasMessageNotContaining("names");
    }

    @Test
    void scoresAreNotTakenForTheNumbersOfClasses() {
        float[] endToEnd = {10, 10, 50, 50, 0.9f, 1, 0, 0, 0, 0, 0, 0};
        float[] scores = {0.1f, 0.2f, 0.3f, 0.3f, 0.02f, 0.93f, 0.5f, 0.5f, 1, 1, 0.1f, 0};
        OutputReading two = new OutputReading("best.onnx", names(2), null, null);

        assertThat(two.layout(output(endToEnd), 640, 640)).isInstanceOf(EndToEndLayout.class);
        assertThatThrownBy(() -> two.layout(output(scores), 640, 640))
                .hasMessageContaining("RT-DETR");
    }

    @Test
    void boxesAndScoresThatComeApartAreRefusedAsThat() {
        NetworkOutput apart =
                new NetworkOutput(
                        List.of(List.of(1L, 8400L, 4L), List.of(1L, 8400L, 80L)), List.of());

        assertThatThrownBy(
                        () ->
                                new OutputReading("best.onnx", names(80), null, null)
                                        .layout(apart, 640, 640))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContainingAll("boxes and scores apart", "(1, 8400, 4)", "export.py")
                .hasMessageNotContaining("names");
    }

    @Test
    void otherNumbersOfClassesAreAskedForTheirNames() {
        assertThatThrownBy(() -> layout(55, 8400, null))
                .hasMessageContaining("finds things of 51 classes and names none");
    }

    private static NetworkOutput output(float[] values) {
        return new NetworkOutput(List.of(List.of(1L, values.length / 6L, 6L)), List.of(values));
    }

    private static OutputLayout layout(long rows, long columns, @Nullable List<String> names) {
        NetworkOutput output = new NetworkOutput(List.of(List.of(1L, rows, columns)), List.of());
        return new OutputReading("best.onnx", names, null, null).layout(output, 640, 640);
    }

    private static @Nullable List<String> names(int count) {
        return count == 0 ? null : Collections.nCopies(count, "thing");
    }
}
