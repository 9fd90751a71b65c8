package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.polybot.pictures.Picture;
import dev.polybot.pictures.testing.Pixels;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
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

    private static final List<Filter> ALL =
            List.of(
                    new Blur(5),
                    new Contour(),
                    new Rotate(90),
                    new SaltAndPepper(0.5),
                    new Segment(100));

    private final Random random = new Random(11);

    private Pixels any(RepetitionInfo repetition) {
        Random shape = new Random(repetition.getCurrentRepetition());
        return Pictures.mutedNoise(
                1 + shape.nextInt(120), 1 + shape.nextInt(120), shape.nextLong());
    }

    private Pixels rotated(Pixels picture, int degrees) {
        return Pictures.filtered(new Rotate(degrees), picture, random);
    }

    @RepeatedTest(MANY)
    void fourQuarterTurnsAreNone(RepetitionInfo repetition) {
        Pixels picture = any(repetition);
        Pixels half = rotated(rotated(picture, 90), 90);

        assertThat(half).isEqualTo(rotated(picture, 180));
        assertThat(rotated(half, 90)).isEqualTo(rotated(picture, 270));
        assertThat(rotated(rotated(half, 90), 90)).isEqualTo(picture);
    }

    @RepeatedTest(MANY)
    void aBlurOfASingleColourIsThatColour(RepetitionInfo repetition) {
        int value = random.nextInt(256);
        Pixels plain = Pictures.constant(1 + random.nextInt(90), 1 + random.nextInt(90), value);

        assertThat(Pictures.filtered(new Blur(random.nextInt(Blur.MAX_SIZE + 1)), plain, random))
                .isEqualTo(plain);
    }

    @RepeatedTest(MANY)
    void blurZeroAndOneChangeNothing(RepetitionInfo repetition) {
        Pixels picture = any(repetition);

        assertThat(Pictures.filtered(new Blur(0), picture, random)).isEqualTo(picture);
        assertThat(Pictures.filtered(new Blur(1), picture, random)).isEqualTo(picture);
    }

    @RepeatedTest(MANY)
    void exactlyTheShareOfThePixelsBecomesNoiseHalfOfItWhite(RepetitionInfo repetition) {
        Pixels picture = any(repetition);
        double share = random.nextInt(101) / 100.0;
        Pixels noisy = Pictures.filtered(new SaltAndPepper(share), picture, random);

        long grains = Math.round(share * picture.pixels());
        assertThat(count(noisy, 255)).isEqualTo(grains - grains / 2);
        assertThat(count(noisy, 0)).isEqualTo(grains / 2);
        assertThat(unchanged(picture, noisy)).isEqualTo(picture.pixels() - grains);
    }

    @Test
    void noiseIsSpreadEvenly() {
        Pixels picture = Pictures.constant(200, 200, 128);
        Pixels noisy = Pictures.filtered(new SaltAndPepper(0.1), picture, random);

        for (int top = 0; top < 200; top += 100) {
            Pixels half = Pictures.part(noisy, 0, top, 200, 100);
            assertThat(count(half, 255) + count(half, 0)).isBetween(1850L, 2150L);
            assertThat(count(half, 255)).isBetween(900L, 1100L);
        }
    }

    @Test
    void theSameSeedStrewsTheSameNoise() {
        Pixels picture = Pictures.noise(50, 40, 1);
        Filter noise = new SaltAndPepper(0.3);

        assertThat(Pictures.filtered(noise, picture, new Random(5)))
                .isEqualTo(Pictures.filtered(noise, picture, new Random(5)));
        assertThat(Pictures.filtered(noise, picture, new Random(5)))
                .isNotEqualTo(Pictures.filtered(noise, picture, new Random(6)));
    }

    @RepeatedTest(MANY)
    void noFilterTouchesThePictureItIsGiven(RepetitionInfo repetition) {
        Pixels before = any(repetition);
        try (Picture picture = before.picture()) {
            for (Filter filter : ALL) {
                try (Mat filtered = new Mat()) {
                    filter.apply(picture.bgr(), filtered, random);
                    assertThat(filtered.total()).isEqualTo(before.pixels());
                }
                assertThat(Pixels.of(picture)).isEqualTo(before);
            }
        }
    }

    @Test
    void aChainLeavesNothingInNativeMemoryButItsPicture() {
        List<FilterStep> steps = ALL.stream().map(filter -> new FilterStep(filter, true)).toList();
        Pixels pixels = Pictures.noise(30, 20, 3);
        long before = Pointer.totalCount();

        try (Picture filtered = FilterStep.applyAll(steps, pixels.picture(), random)) {
            assertThat(filtered.bgr().empty()).isFalse();
            assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before + 1);
        }
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }

    @Test
    void aChainThatFailsLeavesNothingInNativeMemory() {
        Filter broken =
                (from, to, _) -> {
                    from.copyTo(to);
                    throw new IllegalStateException("broken");
                };
        List<FilterStep> steps =
                List.of(new FilterStep(new Contour(), false), new FilterStep(broken, true));
        Pixels pixels = Pictures.noise(30, 20, 3);
        long before = Pointer.totalCount();

        assertThatIllegalStateException()
                .isThrownBy(() -> FilterStep.applyAll(steps, pixels.picture(), random));
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }

    @Test
    void aChainTakesItsStepsInOrder() {
        Pixels picture = Pictures.noise(30, 20, 3);
        List<FilterStep> steps =
                List.of(new FilterStep(new Rotate(90), false), new FilterStep(new Contour(), true));
        Pixels expected = Definitions.contour(Definitions.grey(Definitions.rotate(picture, 90)));

        // Either end of a range of grey may be a level off.
        Pictures.assertWithin(2, Pictures.filtered(steps, picture, random), expected);
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

    /** Pixels of which all values are this one. */
    private static long count(Pixels picture, int value) {
        long count = 0;
        for (int i = 0; i < picture.bgr().length; i += Pixels.CHANNELS) {
            boolean same = true;
            for (int c = 0; c < Pixels.CHANNELS; c++) {
                same &= (picture.bgr()[i + c] & 0xFF) == value;
            }
            count += same ? 1 : 0;
        }
        return count;
    }

    private static long unchanged(Pixels before, Pixels after) {
        long count = 0;
        for (int i = 0; i < before.bgr().length; i += Pixels.CHANNELS) {
            boolean same = true;
            for (int c = 0; c < Pixels.CHANNELS; c++) {
                same &= before.bgr()[i + c] == after.bgr()[i + c];
            }
            count += same ? 1 : 0;
        }
        return count;
    }
}
