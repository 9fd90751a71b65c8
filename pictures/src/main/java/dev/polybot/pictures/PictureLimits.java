package dev.polybot.pictures;

/**
 * How much of a stranger's picture is taken.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height, as the file's header declares them
 * @param maxSide of either width or height, in pixels
 */
public record PictureLimits(long maxBytes, long maxPixels, int maxSide) {

    /**
     * How often a decoder may go over the largest picture: ordinary progressive photos take ten passes. Smaller ones may take
     * more, up to the same work in all.
     */
    private static final int PASSES = 20;

    /** A pass over the smallest picture still costs its tables and buffers. */
    private static final long LEAST_PIXELS = 65_536;

    /**
     * Whether decoding takes longer than anybody should wait.
     *
     * @param passes of the decoder over all pixels
     */
    boolean isTooMuchWork(PictureSize size, long passes) {
        return passes > 1
                && (double) Math.max(LEAST_PIXELS, size.pixels()) * passes
                        > (double) maxPixels * PASSES;
    }

    /** The limit in the unit that a person thinks in. */
    long maxMegabytes() {
        return maxBytes / (1024 * 1024);
    }

    long maxMegapixels() {
        return maxPixels / 1_000_000;
    }
}
