package dev.polybot.bot.filters;

import java.util.random.RandomGenerator;

/**
 * Thresholds each colour channel: whatever is over the threshold becomes 255, everything else 0, colour by colour. Of a grey
 * picture black and white remain.
 *
 * @param threshold 0 to 255
 */
public record Segment(int threshold) implements Filter {

    public static final int MAX_THRESHOLD = 255;

    public static final int DEFAULT_THRESHOLD = 100;

    /** @throws IllegalArgumentException when the threshold is not 0 to {@link #MAX_THRESHOLD} */
    public Segment {
        if (threshold < 0 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException("a threshold is 0 to " + MAX_THRESHOLD);
        }
    }

    @Override
    public Raster apply(Raster picture, RandomGenerator random) {
        byte[] from = picture.bgr();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i++) {
            // The sign of the difference, spread over all bits: no branch, so that many are done at
            // once.
            to[i] = (byte) ((threshold - (from[i] & 0xFF)) >> 31);
        }
        return new Raster(picture.width(), picture.height(), to);
    }
}
