package dev.polybot.bot.filters;

import java.util.random.RandomGenerator;

/**
 * Edge detection, bright on black: every pixel becomes, colour by colour, the greatest value within one pixel of it less the
 * smallest (the morphological gradient of a 3 x 3 square). Neighbours beyond the edges do not count.
 */
public record Contour() implements Filter {

    private static final int ROWS = 3;

    @Override
    public Raster apply(Raster picture, RandomGenerator random) {
        int stride = picture.stride();
        byte[] to = new byte[picture.bgr().length];
        byte[][] greatest = new byte[ROWS][stride];
        byte[][] smallest = new byte[ROWS][stride];
        byte[] padded = new byte[stride + 2 * Raster.CHANNELS];
        int last = picture.height() - 1;
        for (int y = -1; y <= last; y++) {
            int below = Math.min(y + 1, last);
            pad(picture.bgr(), below * stride, padded, stride);
            extremesOfRow(padded, greatest[below % ROWS], smallest[below % ROWS]);
            if (y >= 0) {
                int above = Math.max(y - 1, 0) % ROWS;
                int here = y % ROWS;
                int next = below % ROWS;
                greatestOfRows(greatest[above], greatest[here], greatest[next], to, y * stride);
                lessSmallest(smallest[above], smallest[here], smallest[next], to, y * stride);
            }
        }
        return new Raster(picture.width(), picture.height(), to);
    }

    /** A row with its first and its last pixel once more at its ends. */
    private static void pad(byte[] from, int row, byte[] padded, int stride) {
        System.arraycopy(from, row, padded, Raster.CHANNELS, stride);
        System.arraycopy(from, row, padded, 0, Raster.CHANNELS);
        System.arraycopy(
                from,
                row + stride - Raster.CHANNELS,
                padded,
                stride + Raster.CHANNELS,
                Raster.CHANNELS);
    }

    private static void extremesOfRow(byte[] padded, byte[] greatest, byte[] smallest) {
        for (int i = 0; i < greatest.length; i++) {
            int left = padded[i] & 0xFF;
            int here = padded[i + Raster.CHANNELS] & 0xFF;
            int right = padded[i + 2 * Raster.CHANNELS] & 0xFF;
            greatest[i] = (byte) Math.max(Math.max(left, here), right);
            smallest[i] = (byte) Math.min(Math.min(left, here), right);
        }
    }

    private static void greatestOfRows(
            byte[] above, byte[] here, byte[] below, byte[] to, int row) {
        for (int i = 0; i < here.length; i++) {
            to[row + i] =
                    (byte) Math.max(Math.max(above[i] & 0xFF, here[i] & 0xFF), below[i] & 0xFF);
        }
    }

    private static void lessSmallest(byte[] above, byte[] here, byte[] below, byte[] to, int row) {
        for (int i = 0; i < here.length; i++) {
            int smallest = Math.min(Math.min(above[i] & 0xFF, here[i] & 0xFF), below[i] & 0xFF);
            to[row + i] = (byte) ((to[row + i] & 0xFF) - smallest);
        }
    }
}
