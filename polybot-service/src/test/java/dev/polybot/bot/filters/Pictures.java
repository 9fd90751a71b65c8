package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureSize;
import dev.polybot.pictures.testing.Pixels;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Pictures to try filters on, and what becomes of them. */
public final class Pictures {

    static final long MAX_PIXELS = 50_000_000;

    private Pictures() {}

    /** What a filter makes of a picture. */
    static Pixels filtered(Filter filter, Pixels pixels, Random random) {
        return filtered(List.of(new FilterStep(filter, false)), pixels, random);
    }

    /** What a chain of filters makes of a picture. */
    public static Pixels filtered(List<FilterStep> steps, Pixels pixels, Random random) {
        try (Picture filtered = FilterStep.applyAll(steps, pixels.picture(), random)) {
            return Pixels.of(filtered);
        }
    }

    /** What pictures are as one. */
    public static Pixels joined(Concat concat, List<Pixels> pictures) {
        return joined(concat, pictures, MAX_PIXELS);
    }

    static Pixels joined(Concat concat, List<Pixels> pictures, long maxPixels) {
        List<PictureSize> sizes =
                pictures.stream().map(p -> new PictureSize(p.width(), p.height())).toList();
        ConcatRenderer layout = concat.layOut(sizes, maxPixels);
        try (Picture canvas = layout.canvas()) {
            for (int i = 0; i < pictures.size(); i++) {
                try (Picture picture = pictures.get(i).picture()) {
                    layout.draw(i, picture, canvas);
                }
            }
            return Pixels.of(canvas);
        }
    }

    /** No value is further from the expected one than so many levels. */
    static void assertWithin(int levels, Pixels actual, Pixels expected) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        for (int i = 0; i < expected.bgr().length; i++) {
            int value = actual.bgr()[i] & 0xFF;
            int wanted = expected.bgr()[i] & 0xFF;
            if (Math.abs(value - wanted) > levels) {
                throw new AssertionError(value + " instead of " + wanted + " at byte " + i);
            }
        }
    }

    public static Pixels noise(int width, int height, long seed) {
        byte[] bgr = new byte[width * height * Pixels.CHANNELS];
        new Random(seed).nextBytes(bgr);
        return new Pixels(width, height, bgr);
    }

    /** Noise without black or white in any colour. */
    static Pixels mutedNoise(int width, int height, long seed) {
        Pixels noise = noise(width, height, seed);
        return defined(width, height, (x, y, c) -> Math.clamp(noise.at(x, y, c), 1, 254));
    }

    static Pixels constant(int width, int height, int value) {
        byte[] bgr = new byte[width * height * Pixels.CHANNELS];
        Arrays.fill(bgr, (byte) value);
        return new Pixels(width, height, bgr);
    }

    static Pixels part(Pixels picture, int left, int top, int width, int height) {
        return defined(width, height, (x, y, c) -> picture.at(left + x, top + y, c));
    }

    /** A value of a picture that goes on with its outermost pixels. */
    static int beyond(Pixels picture, int x, int y, int channel) {
        return picture.at(
                Math.clamp(x, 0, picture.width() - 1),
                Math.clamp(y, 0, picture.height() - 1),
                channel);
    }

    /** The picture of which every value is given by its place. */
    static Pixels defined(int width, int height, Definition definition) {
        byte[] bgr = new byte[width * height * Pixels.CHANNELS];
        for (int i = 0; i < bgr.length; i++) {
            int pixel = i / Pixels.CHANNELS;
            bgr[i] = (byte) definition.value(pixel % width, pixel / width, i % Pixels.CHANNELS);
        }
        return new Pixels(width, height, bgr);
    }

    interface Definition {
        int value(int x, int y, int channel);
    }
}
