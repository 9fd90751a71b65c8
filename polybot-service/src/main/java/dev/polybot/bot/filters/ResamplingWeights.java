package dev.polybot.bot.filters;

/** For each pixel along a scaled side, the source pixels and their weights, which sum to 1. */
final class ResamplingWeights {

    private final int[] first;
    private final float[][] weights;

    private ResamplingWeights(int count) {
        this.first = new int[count];
        this.weights = new float[count][];
    }

    static ResamplingWeights between(int oldSide, int newSide) {
        ResamplingWeights taps = new ResamplingWeights(newSide);
        double scale = (double) oldSide / newSide;
        double reach = Math.max(1, scale);
        for (int i = 0; i < newSide; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            int from = Math.max(0, (int) Math.floor(centre - reach) + 1);
            int to = Math.min(oldSide - 1, (int) Math.ceil(centre + reach) - 1);
            taps.first[i] = from;
            taps.weights[i] = triangle(centre, reach, from, to);
        }
        return taps;
    }

    private static float[] triangle(double centre, double reach, int from, int to) {
        double total = 0;
        for (int i = from; i <= to; i++) {
            total += reach - Math.abs(i - centre);
        }
        float[] weights = new float[to - from + 1];
        for (int i = from; i <= to; i++) {
            weights[i - from] = (float) ((reach - Math.abs(i - centre)) / total);
        }
        return weights;
    }

    int count() {
        return first.length;
    }

    int first(int i) {
        return first[i];
    }

    float[] weights(int i) {
        return weights[i];
    }
}
