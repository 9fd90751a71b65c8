package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.PictureSize;
import dev.polybot.pictures.testing.Pixels;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ConcatTests {

    private static final Pixels RED = Pictures.defined(4, 3, (x, y, c) -> c == 2 ? 255 : 0);
    private static final Pixels BLUE = Pictures.defined(6, 3, (x, y, c) -> c == 0 ? 255 : 0);

    @Test
    void picturesOfOneHeightKeepEveryPixelSideBySide() {
        List<Pixels> album =
                IntStream.rangeClosed(1, 10).mapToObj(i -> Pictures.noise(3 * i, 20, i)).toList();

        assertThat(join(Direction.LEFT_TO_RIGHT, album)).isEqualTo(Definitions.sideBySide(album));
        assertThat(join(Direction.RIGHT_TO_LEFT, album))
                .isEqualTo(Definitions.sideBySide(album.reversed()));
    }

    @Test
    void picturesOfOneWidthKeepEveryPixelOneAboveTheOther() {
        List<Pixels> album =
                IntStream.rangeClosed(1, 10).mapToObj(i -> Pictures.noise(20, 3 * i, i)).toList();
        List<Pixels> lyingDown =
                album.stream().map(picture -> Definitions.rotate(picture, 270)).toList();
        Pixels expected = Definitions.rotate(Definitions.sideBySide(lyingDown), 90);

        assertThat(join(Direction.TOP_TO_BOTTOM, album)).isEqualTo(expected);
        assertThat(join(Direction.BOTTOM_TO_TOP, album.reversed())).isEqualTo(expected);
    }

    /** In the original, top-to-bottom put the first picture below the second. */
    @Test
    void topToBottomPutsTheFirstPictureOnTop() {
        Pixels joined = join(Direction.TOP_TO_BOTTOM, List.of(RED, BLUE));

        assertThat(joined.at(0, 0, 2)).isEqualTo(255);
        assertThat(joined.at(0, joined.height() - 1, 0)).isEqualTo(255);
    }

    @Test
    void bottomToTopPutsTheFirstPictureAtTheBottom() {
        Pixels joined = join(Direction.BOTTOM_TO_TOP, List.of(RED, BLUE));

        assertThat(joined.at(0, 0, 0)).isEqualTo(255);
        assertThat(joined.at(0, joined.height() - 1, 2)).isEqualTo(255);
    }

    @ParameterizedTest
    @EnumSource
    void picturesOfAnySizesLeaveNoGap(Direction direction) {
        Random random = new Random(9);
        for (int round = 0; round < 30; round++) {
            List<Pixels> album =
                    IntStream.range(0, 2 + random.nextInt(9))
                            .mapToObj(
                                    i ->
                                            Pictures.constant(
                                                    1 + random.nextInt(90),
                                                    1 + random.nextInt(90),
                                                    200))
                            .toList();
            Pixels joined = join(direction, album);

            assertThat(joined).isEqualTo(Pictures.constant(joined.width(), joined.height(), 200));
            int longest =
                    album.stream()
                            .mapToInt(p -> direction.isHorizontal() ? p.height() : p.width())
                            .max()
                            .orElseThrow();
            assertThat(direction.isHorizontal() ? joined.height() : joined.width())
                    .isEqualTo(longest);
        }
    }

    @Test
    void theLargestPictureKeepsEveryPixelAndTheOthersGrow() {
        Pixels large = Pictures.noise(50, 80, 1);
        Pixels small = Pictures.noise(10, 20, 2);
        Pixels joined = join(Direction.LEFT_TO_RIGHT, List.of(small, large));

        assertThat(joined.width()).isEqualTo(40 + 50);
        assertThat(joined.height()).isEqualTo(80);
        assertThat(Pictures.defined(50, 80, (x, y, c) -> joined.at(40 + x, y, c))).isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({"30,20, 30,40", "30,20, 30,77", "30,20, 5,21", "3,1, 2,200"})
    void whatGrowsIsInterpolatedBetweenTheNearestPixels(
            int width, int height, int besideIt, int commonHeight) {
        Pixels small = Pictures.noise(width, height, 8);
        Pixels joined =
                join(
                        Direction.LEFT_TO_RIGHT,
                        List.of(small, Pictures.constant(besideIt, commonHeight, 0)));
        Pixels grown = Pictures.part(joined, 0, 0, joined.width() - besideIt, commonHeight);

        Pictures.assertWithin(
                1,
                grown,
                Definitions.scaled(
                        small, grown.width(), grown.height(), Definitions.Weight.BILINEAR));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 10, 300, 599, 600, 601, 900, 1199})
    void whatShrinksIsTheMeanOfWhatEachPixelCovers(long maxPixels) {
        Pixels picture = Pictures.noise(30, 20, 8);
        Pixels joined =
                Pictures.joined(
                        new Concat(Direction.TOP_TO_BOTTOM, false),
                        List.of(picture, picture),
                        maxPixels);
        Pixels shrunk = Pictures.part(joined, 0, 0, joined.width(), joined.height() / 2);

        assertThat(joined.pixels()).isLessThanOrEqualTo((int) maxPixels);
        Pictures.assertWithin(
                1,
                shrunk,
                Definitions.scaled(
                        picture, shrunk.width(), shrunk.height(), Definitions.Weight.AREA));
    }

    @Test
    void joiningLeavesNothingInNativeMemory() {
        List<Pixels> album = List.of(Pictures.noise(9, 9, 1), Pictures.noise(30, 20, 2));
        long before = Pointer.totalCount();
        for (Direction direction : Direction.values()) {
            Pictures.joined(new Concat(direction, true), album);
        }

        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }

    @Test
    void aResultThatWouldBeTooLargeShrinks() {
        Pixels strip = Pictures.constant(40_000, 30, 90);
        assertThat(join(Direction.LEFT_TO_RIGHT, List.of(strip, strip)).width())
                .isBetween(JpegEncoder.MAX_SIDE - 6000, JpegEncoder.MAX_SIDE);

        Pixels square = Pictures.constant(4000, 4000, 90);
        Pixels joined = join(Direction.TOP_TO_BOTTOM, Collections.nCopies(10, square));
        assertThat(joined.pixels())
                .isBetween((int) Pictures.MAX_PIXELS - 200_000, (int) Pictures.MAX_PIXELS);
        assertThat(joined.height()).isCloseTo(10 * joined.width(), within(10));
    }

    @Test
    void theLayoutKeepsWithinTheMemoryThatThereIs() {
        List<PictureSize> album = Collections.nCopies(10, new PictureSize(4000, 3000));
        for (Direction direction : Direction.values()) {
            PictureSize joined = new Concat(direction, false).layOut(album, 12_600_000).size();

            assertThat(joined.pixels()).isBetween(12_400_000L, 12_600_000L);
        }
    }

    /** One row of pixels beside one column of them once made the search for a common side go on for ever. */
    @Test
    @Timeout(60)
    void shapesAtTheLimitsCanBeJoined() {
        Pixels flat = Pictures.constant(JpegEncoder.MAX_SIDE, 1, 90);
        Pixels tall = Pictures.constant(1, JpegEncoder.MAX_SIDE, 90);
        for (Direction direction : Direction.values()) {
            assertThat(join(direction, List.of(flat, tall)).pixels()).isPositive();
        }
    }

    @Test
    void greyTakesTheColoursOut() {
        List<Pixels> album = List.of(Pictures.noise(9, 9, 1), Pictures.noise(9, 9, 2));

        Pictures.assertWithin(
                1,
                Pictures.joined(new Concat(Direction.LEFT_TO_RIGHT, true), album),
                Definitions.grey(Definitions.sideBySide(album)));
    }

    @Test
    void oneOrElevenPicturesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> join(Direction.LEFT_TO_RIGHT, List.of(RED)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> join(Direction.LEFT_TO_RIGHT, Collections.nCopies(11, RED)));
    }

    private static Pixels join(Direction direction, List<Pixels> pictures) {
        return Pictures.joined(new Concat(direction, false), pictures);
    }
}
