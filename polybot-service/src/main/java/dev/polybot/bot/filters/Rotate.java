package dev.polybot.bot.filters;

import java.util.random.RandomGenerator;

/**
 * Rotates a picture by quarter turns; every pixel keeps its value.
 *
 * @param degrees clockwise: 90, 180 or 270
 */
public record Rotate(int degrees) implements Filter {

    /** A square of this many pixels a side, read down and written across, stays in the processor's first cache. */
    private static final int TILE = 32;

    /** @throws IllegalArgumentException when the degrees are none of the three */
    public Rotate {
        if (degrees != 90 && degrees != 180 && degrees != 270) {
            throw new IllegalArgumentException("a picture turns by 90, 180 or 270 degrees");
        }
    }

    @Override
    public Raster apply(Raster picture, RandomGenerator random) {
        int width = picture.width();
        int height = picture.height();
        int stride = picture.stride();
        byte[] from = picture.bgr();
        byte[] to = new byte[from.length];
        // Where the turned picture's first pixel comes from, and how far the next one right and the
        // next one down are.
        switch (degrees) {
            case 90 ->
                    copy(from, stride * (height - 1), -stride, Raster.CHANNELS, to, height, width);
            case 180 ->
                    copy(
                            from,
                            from.length - Raster.CHANNELS,
                            -Raster.CHANNELS,
                            -stride,
                            to,
                            width,
                            height);
            default ->
                    copy(
                            from,
                            stride - Raster.CHANNELS,
                            stride,
                            -Raster.CHANNELS,
                            to,
                            height,
                            width);
        }
        return degrees == 180 ? new Raster(width, height, to) : new Raster(height, width, to);
    }

    private static void copy(
            byte[] from, int first, int right, int down, byte[] to, int width, int height) {
        for (int top = 0; top < height; top += TILE) {
            int bottom = Math.min(top + TILE, height);
            for (int left = 0; left < width; left += TILE) {
                int pixels = Math.min(TILE, width - left);
                for (int y = top; y < bottom; y++) {
                    copyRun(
                            from,
                            first + left * right + y * down,
                            right,
                            to,
                            (y * width + left) * Raster.CHANNELS,
                            pixels);
                }
            }
        }
    }

    private static void copyRun(
            byte[] from, int source, int step, byte[] to, int target, int pixels) {
        int end = target + pixels * Raster.CHANNELS;
        for (int i = target, j = source; i < end; i += Raster.CHANNELS, j += step) {
            to[i] = from[j];
            to[i + 1] = from[j + 1];
            to[i + 2] = from[j + 2];
        }
    }
}
