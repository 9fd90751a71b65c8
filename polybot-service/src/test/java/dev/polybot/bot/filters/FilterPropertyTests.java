package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** What must be true of every picture, tried on many. */
class FilterPropertyTests {

    private static final int MANY = 20;

    private final Random random = new Random(11);

    private Raster any(RepetitionInfo repetition) {
        Random shape = new Random(repetition.getCurrentRepetition());
        return Pictures.mutedNoise(
                1 + shape.nextInt(120), 1 + shape.nextInt(120), shape.nextLong());
    }

    private Raster rotated(Raster picture, int degrees) {
        return new Rotate(degrees).apply(picture, random);
    }

    @RepeatedTest(MANY)
    void fourQuarterTurnsAreNone(RepetitionInfo repetition) {
        Raster picture = any(repetition);
        Raster half = rotated(rotated(picture, 90), 90);

        assertThat(half).isEqualTo(rotated(picture, 180));
        assertThat(rotated(half, 90)).isEqualTo(rotated(picture, 270));
        assertThat(rotated(rotated(half, 90), 90)).isEqualTo(picture);
    }

    @RepeatedTest(MANY)
    void aBlurOfASingleColourIsThatColour(RepetitionInfo repetition) {
        int value = random.nextInt(256);
        Raster plain = Pictures.constant(1 + random.nextInt(90), 1 + random.nextInt(90), value);

        assertThat(new Blur(random.nextInt(Blur.MAX_SIZE + 1)).apply(plain, random))
                .isEqualTo(plain);
    }

    @RepeatedTest(MANY)
    void blurZeroAndOneChangeNothing(RepetitionInfo repetition) {
        Raster picture = any(repetition);

        assertThat(new Blur(0).apply(picture, random)).isEqualTo(picture);
        assertThat(new Blur(1).apply(picture, random)).isEqualTo(picture);
    }

    @RepeatedTest(MANY)
    void exactlyTheShareOfThePixelsBecomesNoiseHalfOfItWhite(RepetitionInfo repetition) {
        Raster picture = any(repetition);
        double share = random.nextInt(101) / 100.0;
        Raster noisy = new SaltAndPepper(share).apply(picture, random);

        long grains = Math.round(share * picture.pixels());
        assertThat(count(noisy, 255)).isEqualTo(grains - grains / 2);
        assertThat(count(noisy, 0)).isEqualTo(grains / 2);
        assertThat(unchanged(picture, noisy)).isEqualTo(picture.pixels() - grains);
    }

    @Test
    void noiseIsSpreadEvenly() {
        Raster picture = Pictures.constant(200, 200, 128);
        Raster noisy = new SaltAndPepper(0.1).apply(picture, random);

        for (int top = 0; top < 200; top += 100) {
            Raster half = rows(noisy, top, 100);
            assertThat(count(half, 255) + count(half, 0)).isBetween(1850L, 2150L);
            assertThat(count(half, 255)).isBetween(900L, 1100L);
        }
    }

    @Test
    void theSameSeedStrewsTheSameNoise() {
        Raster picture = Pictures.noise(50, 40, 1);
        Filter noise = new SaltAndPepper(0.3);

        assertThat(noise.apply(picture, new Random(5)))
                .isEqualTo(noise.apply(picture, new Random(5)));
        assertThat(noise.apply(picture, new Random(5)))
                .isNotEqualTo(noise.apply(picture, new Random(6)));
    }

    @RepeatedTest(MANY)
    void noFilterTouchesThePictureItIsGiven(RepetitionInfo repetition) {
        Raster picture = any(repetition);
        Raster before = new Raster(picture.width(), picture.height(), picture.bgr().clone());
        List<Filter> filters =
                List.of(
                        new Blur(5),
                        new Contour(),
                        new Rotate(90),
                        new SaltAndPepper(0.5),
                        new Segment(100));
        for (Filter filter : filters) {
            new FilterStep(filter, true).apply(picture, random);
            Raster filtered = filter.apply(picture, random);
            assertThat(filtered.pixels()).isEqualTo(picture.pixels());
        }
        assertThat(picture).isEqualTo(before);
    }

    @Test
    void aChainTakesItsStepsInOrder() {
        Raster picture = Pictures.noise(30, 20, 3);
        List<FilterStep> steps =
                List.of(new FilterStep(new Rotate(90), false), new FilterStep(new Blur(8), true));

        assertThat(FilterStep.applyAll(steps, picture, random))
                .isEqualTo(Definitions.blur(Definitions.grey(Definitions.rotate(picture, 90)), 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 257})
    void blurHasLimits(int size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Blur(size));
    }

    @Test
    void theOtherFiltersHaveLimitsToo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rotate(45));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment(256));
        assertThatIllegalArgumentException().isThrownBy(() -> new SaltAndPepper(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new SaltAndPepper(Double.NaN));
    }

    private static Raster rows(Raster picture, int top, int height) {
        return Pictures.defined(
                picture.width(), height, (x, y, c) -> Pictures.at(picture, x, top + y, c));
    }

    /** Pixels of which all values are this one. */
    private static long count(Raster picture, int value) {
        long count = 0;
        for (int i = 0; i < picture.bgr().length; i += Raster.CHANNELS) {
            boolean same = true;
            for (int c = 0; c < Raster.CHANNELS; c++) {
                same &= (picture.bgr()[i + c] & 0xFF) == value;
            }
            count += same ? 1 : 0;
        }
        return count;
    }

    private static long unchanged(Raster before, Raster after) {
        long count = 0;
        for (int i = 0; i < before.bgr().length; i += Raster.CHANNELS) {
            boolean same = true;
            for (int c = 0; c < Raster.CHANNELS; c++) {
                same &= before.bgr()[i + c] == after.bgr()[i + c];
            }
            count += same ? 1 : 0;
        }
        return count;
    }
}
