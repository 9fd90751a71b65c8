package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Every filter against its definition, value by value, on pictures of awkward shapes. */
class FilterDefinitionTests {

    private static final Random NO_CHANCE = new Random(1);

    static Stream<Raster> pictures() {
        return Stream.of(
                Pictures.noise(1, 1, 1),
                Pictures.noise(1, 9, 2),
                Pictures.noise(9, 1, 3),
                Pictures.noise(2, 2, 4),
                Pictures.noise(33, 31, 5),
                Pictures.noise(64, 32, 6),
                Pictures.noise(101, 67, 7),
                Pictures.constant(20, 30, 255));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void blurIsTheMeanOfASquare(Raster picture) {
        for (int size : List.of(2, 3, 8, 16, 41, 256)) {
            assertThat(new Blur(size).apply(picture, NO_CHANCE))
                    .as("size %d", size)
                    .isEqualTo(Definitions.blur(picture, size));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void contourIsTheRangeOfTheNeighbourhood(Raster picture) {
        assertThat(new Contour().apply(picture, NO_CHANCE)).isEqualTo(Definitions.contour(picture));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void segmentComparesWithTheThreshold(Raster picture) {
        for (int threshold : List.of(0, 1, 100, 127, 128, 254, 255)) {
            assertThat(new Segment(threshold).apply(picture, NO_CHANCE))
                    .isEqualTo(Definitions.segment(picture, threshold));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void rotateMovesPixels(Raster picture) {
        for (int degrees : List.of(90, 180, 270)) {
            assertThat(new Rotate(degrees).apply(picture, NO_CHANCE))
                    .isEqualTo(Definitions.rotate(picture, degrees));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void greyWeighsTheColours(Raster picture) {
        assertThat(Grey.of(picture)).isEqualTo(Definitions.grey(picture));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 254, 255})
    void whatIsGreyAlreadyStaysAsItIs(int value) {
        assertThat(Grey.of(Pictures.constant(3, 2, value)))
                .isEqualTo(Pictures.constant(3, 2, value));
    }
}
