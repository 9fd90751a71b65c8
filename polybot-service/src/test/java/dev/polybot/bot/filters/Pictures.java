package dev.polybot.bot.filters;

import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;

import java.util.Arrays;
import java.util.Random;

/** Pictures to try filters on. */
final class Pictures {

    static final PictureDecoder DECODER =
            new PictureDecoder(new PictureLimits(1 << 25, Raster.MAX_PIXELS, Raster.MAX_SIDE));

    private Pictures() {}

    static Raster noise(int width, int height, long seed) {
        byte[] bgr = new byte[width * height * Raster.CHANNELS];
        new Random(seed).nextBytes(bgr);
        return new Raster(width, height, bgr);
    }

    /** Noise without black or white in any colour. */
    static Raster mutedNoise(int width, int height, long seed) {
        Raster noise = noise(width, height, seed);
        byte[] bgr = noise.bgr().clone();
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.clamp(bgr[i] & 0xFF, 1, 254);
        }
        return new Raster(width, height, bgr);
    }

    static Raster constant(int width, int height, int value) {
        byte[] bgr = new byte[width * height * Raster.CHANNELS];
        Arrays.fill(bgr, (byte) value);
        return new Raster(width, height, bgr);
    }

    /** A value of a picture, 0 to 255. */
    static int at(Raster picture, int x, int y, int channel) {
        return picture.bgr()[(y * picture.width() + x) * Raster.CHANNELS + channel] & 0xFF;
    }

    /** A value of a picture that goes on with its outermost pixels. */
    static int beyond(Raster picture, int x, int y, int channel) {
        return at(
                picture,
                Math.clamp(x, 0, picture.width() - 1),
                Math.clamp(y, 0, picture.height() - 1),
                channel);
    }

    /** The picture of which every value is given by its place. */
    static Raster defined(int width, int height, Definition definition) {
        byte[] bgr = new byte[width * height * Raster.CHANNELS];
        for (int i = 0; i < bgr.length; i++) {
            int pixel = i / Raster.CHANNELS;
            bgr[i] = (byte) definition.value(pixel % width, pixel / width, i % Raster.CHANNELS);
        }
        return new Raster(width, height, bgr);
    }

    interface Definition {
        int value(int x, int y, int channel);
    }
}
