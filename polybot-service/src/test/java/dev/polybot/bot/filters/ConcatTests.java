package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ConcatTests {

    private static final Raster RED = Pictures.defined(4, 3, (x, y, c) -> c == 2 ? 255 : 0);
    private static final Raster BLUE = Pictures.defined(6, 3, (x, y, c) -> c == 0 ? 255 : 0);

    @Test
    void picturesOfOneHeightKeepEveryPixelSideBySide() {
        List<Raster> album =
                IntStream.rangeClosed(1, 10).mapToObj(i -> Pictures.noise(3 * i, 20, i)).toList();

        assertThat(join(Direction.LEFT_TO_RIGHT, album)).isEqualTo(Definitions.sideBySide(album));
        assertThat(join(Direction.RIGHT_TO_LEFT, album))
                .isEqualTo(Definitions.sideBySide(album.reversed()));
    }

    @Test
    void picturesOfOneWidthKeepEveryPixelOneAboveTheOther() {
        List<Raster> album =
                IntStream.rangeClosed(1, 10).mapToObj(i -> Pictures.noise(20, 3 * i, i)).toList();
        List<Raster> lyingDown =
                album.stream().map(picture -> Definitions.rotate(picture, 270)).toList();
        Raster expected = Definitions.rotate(Definitions.sideBySide(lyingDown), 90);

        assertThat(join(Direction.TOP_TO_BOTTOM, album)).isEqualTo(expected);
        assertThat(join(Direction.BOTTOM_TO_TOP, album.reversed())).isEqualTo(expected);
    }

    /** In the original, top-to-bottom put the first picture below the second. */
    @Test
    void topToBottomPutsTheFirstPictureOnTop() {
        Raster joined = join(Direction.TOP_TO_BOTTOM, List.of(RED, BLUE));

        assertThat(Pictures.at(joined, 0, 0, 2)).isEqualTo(255);
        assertThat(Pictures.at(joined, 0, joined.height() - 1, 0)).isEqualTo(255);
    }

    @Test
    void bottomToTopPutsTheFirstPictureAtTheBottom() {
        Raster joined = join(Direction.BOTTOM_TO_TOP, List.of(RED, BLUE));

        assertThat(Pictures.at(joined, 0, 0, 0)).isEqualTo(255);
        assertThat(Pictures.at(joined, 0, joined.height() - 1, 2)).isEqualTo(255);
    }

    @ParameterizedTest
    @EnumSource
    void picturesOfAnySizesLeaveNoGap(Direction direction) {
        Random random = new Random(9);
        for (int round = 0; round < 30; round++) {
            List<Raster> album =
                    IntStream.range(0, 2 + random.nextInt(9))
                            .mapToObj(
                                    i ->
                                            Pictures.constant(
                                                    1 + random.nextInt(90),
                                                    1 + random.nextInt(90),
                                                    200))
                            .toList();
            Raster joined = join(direction, album);

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
        Raster large = Pictures.noise(50, 80, 1);
        Raster small = Pictures.noise(10, 20, 2);
        Raster joined = join(Direction.LEFT_TO_RIGHT, List.of(small, large));

        assertThat(joined.width()).isEqualTo(40 + 50);
        assertThat(joined.height()).isEqualTo(80);
        assertThat(Pictures.defined(50, 80, (x, y, c) -> Pictures.at(joined, 40 + x, y, c)))
                .isEqualTo(large);
    }

    @Test
    void aResultThatWouldBeTooLargeShrinks() {
        Raster strip = Pictures.constant(40_000, 30, 90);
        assertThat(join(Direction.LEFT_TO_RIGHT, List.of(strip, strip)).width())
                .isBetween(Raster.MAX_SIDE - 6000, Raster.MAX_SIDE);

        Raster square = Pictures.constant(4000, 4000, 90);
        Raster joined = join(Direction.TOP_TO_BOTTOM, Collections.nCopies(10, square));
        assertThat(joined.pixels()).isBetween(Raster.MAX_PIXELS - 200_000, Raster.MAX_PIXELS);
        assertThat(joined.height()).isCloseTo(10 * joined.width(), within(10));
    }

    @Test
    void theLayoutKeepsWithinTheMemoryThatThereIs() {
        List<Size> album = Collections.nCopies(10, new Size(4000, 3000));
        for (Direction direction : Direction.values()) {
            Size joined = new Concat(direction, false).layOut(album, 12_600_000).size();

            assertThat(joined.pixels()).isBetween(12_400_000L, 12_600_000L);
        }
    }

    /** One row of pixels beside one column of them once made the search for a common side go on for ever. */
    @Test
    @Timeout(60)
    void shapesAtTheLimitsCanBeJoined() {
        Raster flat = Pictures.constant(Raster.MAX_SIDE, 1, 90);
        Raster tall = Pictures.constant(1, Raster.MAX_SIDE, 90);
        for (Direction direction : Direction.values()) {
            assertThat(join(direction, List.of(flat, tall)).pixels()).isPositive();
        }
    }

    @Test
    void greyTakesTheColoursOut() {
        List<Raster> album = List.of(Pictures.noise(9, 9, 1), Pictures.noise(9, 9, 2));

        assertThat(new Concat(Direction.LEFT_TO_RIGHT, true).join(album))
                .isEqualTo(Definitions.grey(Definitions.sideBySide(album)));
    }

    @Test
    void oneOrElevenPicturesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> join(Direction.LEFT_TO_RIGHT, List.of(RED)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> join(Direction.LEFT_TO_RIGHT, Collections.nCopies(11, RED)));
    }

    private static Raster join(Direction direction, List<Raster> pictures) {
        return new Concat(direction, false).join(pictures);
    }
}
