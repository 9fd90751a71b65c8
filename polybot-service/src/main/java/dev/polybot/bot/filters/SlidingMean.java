package dev.polybot.bot.filters;

/**
 * Means over a sliding square window. One sum a column is kept for the square's rows; going down a row adds one row and
 * takes one away, going right a pixel adds one column and takes one away. So a pixel costs the same for every size.
 */
final class SlidingMean {

    /**
     * Dividing by an area of at most 256 x 256 is multiplying by its reciprocal in this fixed point: exact, since the sums stay
     * under 2^24 and the reciprocal's error times that stays under one part of the area.
     */
    private static final int POINT = 40;

    private final Raster picture;
    private final int size;
    private final int before;
    private final int after;
    private final long reciprocal;
    private final int[] columns;

    SlidingMean(Raster picture, int size) {
        this.picture = picture;
        this.size = size;
        this.before = size / 2;
        this.after = size - 1 - before;
        long area = (long) size * size;
        this.reciprocal = ((1L << POINT) + area - 1) / area;
        this.columns = new int[picture.stride()];
    }

    Raster everywhere() {
        byte[] to = new byte[picture.bgr().length];
        for (int y = -before; y <= after; y++) {
            addRow(picture.bgr(), rowStart(y), columns);
        }
        for (int y = 0; y < picture.height(); y++) {
            meansOfRow(to, y * picture.stride());
            slideDown(picture.bgr(), rowStart(y + after + 1), rowStart(y - before), columns);
        }
        return new Raster(picture.width(), picture.height(), to);
    }

    private int rowStart(int y) {
        return Math.clamp(y, 0, picture.height() - 1) * picture.stride();
    }

    private static void addRow(byte[] from, int row, int[] columns) {
        for (int i = 0; i < columns.length; i++) {
            columns[i] += from[row + i] & 0xFF;
        }
    }

    private static void slideDown(byte[] from, int entering, int leaving, int[] columns) {
        for (int i = 0; i < columns.length; i++) {
            columns[i] += (from[entering + i] & 0xFF) - (from[leaving + i] & 0xFF);
        }
    }

    private void meansOfRow(byte[] to, int row) {
        int last = picture.width() - 1;
        int half = size * size / 2;
        int blue = half;
        int green = half;
        int red = half;
        for (int x = -before; x <= after; x++) {
            int column = Math.clamp(x, 0, last) * Raster.CHANNELS;
            blue += columns[column];
            green += columns[column + 1];
            red += columns[column + 2];
        }
        for (int x = 0, i = row; x <= last; x++, i += Raster.CHANNELS) {
            to[i] = (byte) ((blue * reciprocal) >> POINT);
            to[i + 1] = (byte) ((green * reciprocal) >> POINT);
            to[i + 2] = (byte) ((red * reciprocal) >> POINT);
            int entering = Math.min(x + after + 1, last) * Raster.CHANNELS;
            int leaving = Math.max(x - before, 0) * Raster.CHANNELS;
            blue += columns[entering] - columns[leaving];
            green += columns[entering + 1] - columns[leaving + 1];
            red += columns[entering + 2] - columns[leaving + 2];
        }
    }
}
