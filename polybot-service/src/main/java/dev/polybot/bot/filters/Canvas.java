package dev.polybot.bot.filters;

/** The raster that pictures are joined on, one after the other. */
public final class Canvas {

    private final Layout layout;
    private final boolean grey;
    private final Size size;
    private final byte[] bgr;

    Canvas(Layout layout, boolean grey) {
        this.layout = layout;
        this.grey = grey;
        this.size = layout.size();
        this.bgr = new byte[Math.toIntExact(size.pixels() * Raster.CHANNELS)];
    }

    /**
     * Puts a picture in its place.
     *
     * @param index its number in the order in which the pictures were sent, from 0
     */
    public void put(int index, Raster picture) {
        Size place = layout.sizeOf(index);
        paste(Resampling.of(picture, place.width(), place.height()), offset(index));
    }

    /** All that has been put. The canvas is not to be used any more. */
    public Raster finish() {
        Raster joined = new Raster(size.width(), size.height(), bgr);
        return grey ? Grey.of(joined) : joined;
    }

    private int offset(int index) {
        int pixels = layout.offsetOf(index);
        return pixels * Raster.CHANNELS * (layout.horizontal() ? 1 : size.width());
    }

    private void paste(Raster picture, int offset) {
        int stride = size.width() * Raster.CHANNELS;
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.bgr(),
                    y * picture.stride(),
                    bgr,
                    offset + y * stride,
                    picture.stride());
        }
    }
}
