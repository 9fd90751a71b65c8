package dev.polybot.bot.filters;

import java.util.List;

/**
 * The positions of the pictures in a joined picture. It follows from their sizes alone, so that no more than one of them
 * needs to be in memory at a time.
 */
public final class Layout {

    private final List<Size> pictures;
    private final boolean reversed;
    private final CommonSide side;

    Layout(Concat concat, List<Size> pictures, long maxPixels) {
        this.pictures = List.copyOf(pictures);
        this.reversed = concat.direction().isReversed();
        this.side = CommonSide.of(pictures, concat.direction(), maxPixels);
    }

    /** How large the pictures are together. */
    public Size size() {
        int extent = Math.toIntExact(side.extentOf(pictures));
        return side.horizontal()
                ? new Size(extent, side.length())
                : new Size(side.length(), extent);
    }

    boolean horizontal() {
        return side.horizontal();
    }

    /** How large a picture is among the others. */
    Size sizeOf(int picture) {
        int extent = Math.toIntExact(side.extentOf(pictures.get(picture)));
        return side.horizontal()
                ? new Size(extent, side.length())
                : new Size(side.length(), extent);
    }

    /** How far a picture is from the left end, or from the top. */
    int offsetOf(int picture) {
        List<Size> before =
                reversed
                        ? pictures.subList(picture + 1, pictures.size())
                        : pictures.subList(0, picture);
        return Math.toIntExact(side.extentOf(before));
    }
}
