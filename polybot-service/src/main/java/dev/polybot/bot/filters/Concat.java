package dev.polybot.bot.filters;

import java.util.List;

/**
 * Joins pictures into one without gaps. All are scaled to the largest one's side (its height when they stand side by side,
 * else its width), so that none loses pixels, unless the result would be larger than a picture may be: then all shrink
 * alike.
 *
 * @param grey whether the result has no colours
 */
public record Concat(Direction direction, boolean grey) {

    /** An album has 2 to 10 pictures. */
    public static final int MIN_PICTURES = 2;

    public static final int MAX_PICTURES = 10;

    /**
     * The pictures as one.
     *
     * @param pictures in the order in which they were sent
     * @throws IllegalArgumentException for fewer than {@link #MIN_PICTURES} or more than {@link #MAX_PICTURES}
     */
    public Raster join(List<Raster> pictures) {
        Canvas canvas = canvas(layOut(pictures.stream().map(Size::of).toList(), Raster.MAX_PIXELS));
        for (int i = 0; i < pictures.size(); i++) {
            canvas.put(i, pictures.get(i));
        }
        return canvas.finish();
    }

    /**
     * Where pictures of these sizes go.
     *
     * @param maxPixels the most that they may have together
     * @throws IllegalArgumentException for fewer than {@link #MIN_PICTURES} or more than {@link #MAX_PICTURES}
     */
    public Layout layOut(List<Size> pictures, long maxPixels) {
        if (pictures.size() < MIN_PICTURES || pictures.size() > MAX_PICTURES) {
            throw new IllegalArgumentException(
                    MIN_PICTURES + " to " + MAX_PICTURES + " pictures can be joined");
        }
        return new Layout(this, pictures, maxPixels);
    }

    /** Room for the pictures of a layout. */
    public Canvas canvas(Layout layout) {
        return new Canvas(layout, grey);
    }
}
