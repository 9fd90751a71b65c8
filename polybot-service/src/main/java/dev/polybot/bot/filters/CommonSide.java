package dev.polybot.bot.filters;

import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.PictureSize;

import java.util.List;

/**
 * The side length to which pictures are scaled before they are joined: the largest one's, so that none loses pixels, unless the result
 * would be larger than a picture may be; then all shrink alike.
 *
 * @param horizontal whether they stand side by side: the common side is then their height, else their width
 * @param length in pixels
 */
record CommonSide(boolean horizontal, long length) {

    /** A picture longer than so many times its side is drawn shorter: ten of them fit even at a side of one pixel. */
    private static final int MAX_RATIO = JpegEncoder.MAX_SIDE / Concat.MAX_PICTURES;

    static CommonSide of(List<PictureSize> pictures, Direction direction, long maxPixels) {
        boolean horizontal = direction.isHorizontal();
        long longest =
                pictures.stream()
                        .mapToLong(picture -> horizontal ? picture.height() : picture.width())
                        .max()
                        .orElseThrow();
        CommonSide side = new CommonSide(horizontal, longest);
        while (side.length > 1 && !side.fits(pictures, maxPixels)) {
            side = new CommonSide(horizontal, side.shorter(pictures, maxPixels));
        }
        return side;
    }

    private boolean fits(List<PictureSize> pictures, long maxPixels) {
        long extent = extentOf(pictures);
        return Math.max(length, extent) <= JpegEncoder.MAX_SIDE && length * extent <= maxPixels;
    }

    /** How long all the pictures are together, at this side. */
    long extentOf(List<PictureSize> pictures) {
        return pictures.stream().mapToLong(this::extentOf).sum();
    }

    /** How long a picture is at this side, its proportions kept unless they are absurd. */
    long extentOf(PictureSize picture) {
        long across = horizontal ? picture.height() : picture.width();
        long along = horizontal ? picture.width() : picture.height();
        return Math.clamp(Math.round((double) along * length / across), 1L, length * MAX_RATIO);
    }

    /** Nearly the length that fits, at least one pixel less: rounding makes the exact one depend on every picture. */
    private long shorter(List<PictureSize> pictures, long maxPixels) {
        double extent = extentOf(pictures);
        double byArea = Math.sqrt(maxPixels / (extent * length));
        double bySide = JpegEncoder.MAX_SIDE / extent;
        return Math.clamp((long) (length * Math.min(byArea, bySide)), 1L, length - 1);
    }
}
