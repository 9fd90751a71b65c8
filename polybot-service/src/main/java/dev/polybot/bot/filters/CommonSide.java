package dev.polybot.bot.filters;

import java.util.List;

/**
 * The side length to which pictures are scaled before they are joined.
 *
 * @param horizontal whether they stand side by side: the common side is then their height, else their width
 * @param length in pixels
 */
record CommonSide(boolean horizontal, int length) {

    /** A picture longer than so many times its side is drawn shorter: ten of them fit even at a side of one pixel. */
    private static final int MAX_RATIO = Raster.MAX_SIDE / Concat.MAX_PICTURES;

    static CommonSide of(List<Size> pictures, Direction direction, long maxPixels) {
        boolean horizontal = direction.isHorizontal();
        int longest =
                pictures.stream()
                        .mapToInt(picture -> horizontal ? picture.height() : picture.width())
                        .max()
                        .orElseThrow();
        CommonSide side = new CommonSide(horizontal, longest);
        while (side.length > 1 && !side.fits(pictures, maxPixels)) {
            side = new CommonSide(horizontal, side.shorter(pictures, maxPixels));
        }
        return side;
    }

    private boolean fits(List<Size> pictures, long maxPixels) {
        long extent = extentOf(pictures);
        return Raster.isAllowed(length, extent) && length * extent <= maxPixels;
    }

    /** How long all the pictures are together, at this side. */
    long extentOf(List<Size> pictures) {
        return pictures.stream().mapToLong(this::extentOf).sum();
    }

    /** How long a picture is at this side, its proportions kept unless they are absurd. */
    long extentOf(Size picture) {
        long across = horizontal ? picture.height() : picture.width();
        long along = horizontal ? picture.width() : picture.height();
        return Math.clamp(
                Math.round((double) along * length / across), 1L, (long) length * MAX_RATIO);
    }

    /** Nearly the length that fits, at least one pixel less: rounding makes the exact one depend on every picture. */
    private int shorter(List<Size> pictures, long maxPixels) {
        double extent = extentOf(pictures);
        double byArea = Math.sqrt(Math.min(maxPixels, Raster.MAX_PIXELS) / (extent * length));
        double bySide = Raster.MAX_SIDE / extent;
        return Math.max(1, Math.min(length - 1, (int) (length * Math.min(byArea, bySide))));
    }
}
