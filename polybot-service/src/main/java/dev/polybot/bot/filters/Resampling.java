package dev.polybot.bot.filters;

/**
 * Scales a picture. A new pixel is the mean of the old ones around its place, the nearer the heavier (a triangle as wide as
 * two pixels of the coarser of both pictures): smooth when it grows, without the glitter of left-out pixels when it shrinks.
 */
final class Resampling {

    private final Raster picture;
    private final ResamplingWeights columns;
    private final ResamplingWeights rows;

    private Resampling(Raster picture, int width, int height) {
        this.picture = picture;
        this.columns = ResamplingWeights.between(picture.width(), width);
        this.rows = ResamplingWeights.between(picture.height(), height);
    }

    /** The picture in the given size; itself when it has that size. */
    static Raster of(Raster picture, int width, int height) {
        return picture.width() == width && picture.height() == height
                ? picture
                : new Resampling(picture, width, height).scaled();
    }

    private Raster scaled() {
        int stride = columns.count() * Raster.CHANNELS;
        byte[] to = new byte[Math.multiplyExact(stride, rows.count())];
        float[] mixed = new float[picture.stride()];
        for (int y = 0; y < rows.count(); y++) {
            mixRows(y, mixed);
            mixColumns(mixed, to, y * stride);
        }
        return new Raster(columns.count(), rows.count(), to);
    }

    private void mixRows(int y, float[] mixed) {
        float[] weights = rows.weights(y);
        int row = rows.first(y) * mixed.length;
        first(picture.bgr(), row, weights[0], mixed);
        for (int i = 1; i < weights.length; i++) {
            add(picture.bgr(), row + i * mixed.length, weights[i], mixed);
        }
    }

    private static void first(byte[] from, int row, float weight, float[] mixed) {
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = weight * (from[row + i] & 0xFF);
        }
    }

    private static void add(byte[] from, int row, float weight, float[] mixed) {
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += weight * (from[row + i] & 0xFF);
        }
    }

    private void mixColumns(float[] mixed, byte[] to, int row) {
        for (int x = 0; x < columns.count(); x++) {
            // The half that rounds to the nearest.
            float blue = 0.5f;
            float green = 0.5f;
            float red = 0.5f;
            int column = columns.first(x) * Raster.CHANNELS;
            for (float weight : columns.weights(x)) {
                blue += weight * mixed[column];
                green += weight * mixed[column + 1];
                red += weight * mixed[column + 2];
                column += Raster.CHANNELS;
            }
            int i = row + x * Raster.CHANNELS;
            to[i] = (byte) (int) blue;
            to[i + 1] = (byte) (int) green;
            to[i + 2] = (byte) (int) red;
        }
    }
}
