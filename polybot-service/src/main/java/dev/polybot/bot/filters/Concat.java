package dev.polybot.bot.filters;

import java.util.List;

/**
 * Joins pictures to one without gaps. All are scaled to the largest one's side (its height when they stand side by side, else
 * its width), so that none loses pixels, unless the result would be larger than a picture may be: then all shrink alike.
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
        if (pictures.size() < MIN_PICTURES || pictures.size() > MAX_PICTURES) {
            throw new IllegalArgumentException(
                    MIN_PICTURES + " to " + MAX_PICTURES + " pictures can be joined");
        }
        List<Raster> ordered = direction.isReversed() ? pictures.reversed() : pictures;
        Raster joined = laidOut(ordered, CommonSide.of(ordered, direction));
        return grey ? Grey.of(joined) : joined;
    }

    private Raster laidOut(List<Raster> pictures, CommonSide side) {
        int extent = Math.toIntExact(side.extentOf(pictures));
        int width = side.horizontal() ? extent : side.length();
        int height = side.horizontal() ? side.length() : extent;
        byte[] canvas = new byte[width * height * Raster.CHANNELS];
        int offset = 0;
        for (Raster picture : pictures) {
            Raster scaled = scaled(picture, side);
            paste(scaled, canvas, offset, width * Raster.CHANNELS);
            offset += side.horizontal() ? scaled.stride() : scaled.bgr().length;
        }
        return new Raster(width, height, canvas);
    }

    private static Raster scaled(Raster picture, CommonSide side) {
        int extent = Math.toIntExact(side.extentOf(picture));
        return side.horizontal()
                ? Resampling.of(picture, extent, side.length())
                : Resampling.of(picture, side.length(), extent);
    }

    private static void paste(Raster picture, byte[] canvas, int offset, int canvasStride) {
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.bgr(),
                    y * picture.stride(),
                    canvas,
                    offset + y * canvasStride,
                    picture.stride());
        }
    }
}
