package dev.polybot.bot.filters;

import dev.polybot.pictures.PictureSize;

import java.util.List;

/**
 * How to join pictures into one without gaps: in which direction, and whether in grey. {@link ConcatRenderer} places and draws them,
 * {@link CommonSide} is the size that they share.
 *
 * @param grey whether the result has no colours
 */
public record Concat(Direction direction, boolean grey) {

    /** An album has 2 to 10 pictures. */
    public static final int MIN_PICTURES = 2;

    public static final int MAX_PICTURES = 10;

    /**
     * Where pictures of these sizes go.
     *
     * @param pictures in the order in which they were sent
     * @param maxPixels the most that they may have together
     * @throws IllegalArgumentException for fewer than {@link #MIN_PICTURES} or more than {@link #MAX_PICTURES}
     */
    public ConcatRenderer layOut(List<PictureSize> pictures, long maxPixels) {
        if (pictures.size() < MIN_PICTURES || pictures.size() > MAX_PICTURES) {
            throw new IllegalArgumentException(
                    MIN_PICTURES + " to " + MAX_PICTURES + " pictures can be joined");
        }
        return new ConcatRenderer(this, pictures, maxPixels);
    }
}
