package dev.polybot.pictures;

/**
 * How much of a stranger's picture is taken.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height, as the file's header declares them
 * @param maxSide of either width or height, in pixels
 */
public record PictureLimits(long maxBytes, long maxPixels, int maxSide) {

    /** The limit in the unit that a person thinks in. */
    long maxMegabytes() {
        return maxBytes / (1024 * 1024);
    }

    long maxMegapixels() {
        return maxPixels / 1_000_000;
    }
}
