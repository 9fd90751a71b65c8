package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.testing.Pixels;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Every filter against its definition, value by value, on pictures of awkward shapes and on parts of photos. */
class FilterDefinitionTests {

    private static final Path PHOTOS = Path.of("../docs/samples");

    private static final Random NO_CHANCE = new Random(1);

    static Stream<Pixels> pictures() throws IOException {
        return Stream.of(
                Pictures.noise(1, 1, 1),
                Pictures.noise(1, 9, 2),
                Pictures.noise(9, 1, 3),
                Pictures.noise(2, 2, 4),
                Pictures.noise(33, 31, 5),
                Pictures.noise(64, 32, 6),
                Pictures.noise(101, 67, 7),
                Pictures.constant(20, 30, 255),
                partOf("astronaut.jpg"),
                partOf("chelsea.jpg"),
                partOf("coffee.jpg"));
    }

    private static Pixels partOf(String photo) throws IOException {
        PictureDecoder decoder = new PictureDecoder(new PictureLimits(1 << 20, 1 << 20, 1 << 10));
        try (Picture picture = decoder.decode(Files.readAllBytes(PHOTOS.resolve(photo)))) {
            return Pictures.part(Pixels.of(picture), 150, 100, 60, 40);
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void blurIsTheMeanOfASquare(Pixels picture) {
        for (int size : List.of(2, 3, 8, 16, 41, 256)) {
            Pixels blurred = Pictures.filtered(new Blur(size), picture, NO_CHANCE);
            Pictures.assertWithin(1, blurred, Definitions.blur(picture, size));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void contourIsTheRangeOfTheNeighbourhood(Pixels picture) {
        assertThat(Pictures.filtered(new Contour(), picture, NO_CHANCE))
                .isEqualTo(Definitions.contour(picture));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void segmentComparesWithTheThreshold(Pixels picture) {
        for (int threshold : List.of(0, 1, 100, 127, 128, 254, 255)) {
            assertThat(Pictures.filtered(new Segment(threshold), picture, NO_CHANCE))
                    .isEqualTo(Definitions.segment(picture, threshold));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void rotateMovesPixels(Pixels picture) {
        for (int degrees : List.of(90, 180, 270)) {
            assertThat(Pictures.filtered(new Rotate(degrees), picture, NO_CHANCE))
                    .isEqualTo(Definitions.rotate(picture, degrees));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void greyWeighsTheColours(Pixels picture) {
        Pictures.assertWithin(1, grey(picture), Definitions.grey(picture));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 254, 255})
    void whatIsGreyAlreadyStaysAsItIs(int value) {
        assertThat(grey(Pictures.constant(3, 2, value))).isEqualTo(Pictures.constant(3, 2, value));
    }

    private static Pixels grey(Pixels picture) {
        return Pictures.filtered((from, to, _) -> Grey.convert(from, to), picture, NO_CHANCE);
    }
}
