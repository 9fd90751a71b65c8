package dev.polybot.bot.filters;

import java.util.Arrays;

/**
 * A picture's pixels in memory: row after row from the top, each pixel three bytes, blue, green and red, each 0 to 255
 * unsigned, nothing between rows or pixels. It is the layout in which decoders deliver, so that nothing is converted at the
 * edge; one int a pixel was measured to save a filter less time than the two conversions cost.
 *
 * <p>Filters never change a raster that they are given.
 */
public final class Raster {

    /** Bytes a pixel. */
    public static final int CHANNELS = 3;

    /** The most pixels that a picture may have, in or out: 150 MB of memory. */
    public static final int MAX_PIXELS = 50_000_000;

    /** The longest side that a JPEG may have, less a reserve of the encoders. */
    public static final int MAX_SIDE = 65_500;

    private final int width;
    private final int height;
    private final byte[] bgr;

    /**
     * @param bgr the pixels; the array is taken over, not copied
     * @throws IllegalArgumentException unless the size is within the limits and the array is exactly as long as it demands
     */
    public Raster(int width, int height, byte[] bgr) {
        if (!isAllowed(width, height)) {
            throw new IllegalArgumentException("no picture may be " + width + " x " + height);
        }
        if (bgr.length != width * height * CHANNELS) {
            throw new IllegalArgumentException(
                    bgr.length + " bytes are no picture of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** Whether a picture of this size is within the limits. */
    public static boolean isAllowed(long width, long height) {
        return width >= 1
                && height >= 1
                && width <= MAX_SIDE
                && height <= MAX_SIDE
                && width * height <= MAX_PIXELS;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int pixels() {
        return width * height;
    }

    /** The array itself: for reading only. */
    public byte[] bgr() {
        return bgr;
    }

    /** The bytes that a row takes. */
    int stride() {
        return width * CHANNELS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster raster
                && width == raster.width
                && height == raster.height
                && Arrays.equals(bgr, raster.bgr);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(bgr);
    }

    @Override
    public String toString() {
        return "Raster[" + width + " x " + height + "]";
    }
}
