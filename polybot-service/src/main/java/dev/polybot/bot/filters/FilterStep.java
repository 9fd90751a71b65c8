package dev.polybot.bot.filters;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A filter as one step of a chain.
 *
 * @param grey whether the picture loses its colours before the filter sees it
 */
public record FilterStep(Filter filter, boolean grey) {

    /** The picture after this step. */
    public Raster apply(Raster picture, RandomGenerator random) {
        return filter.apply(grey ? Grey.of(picture) : picture, random);
    }

    /** The picture after all the steps, taken in their order. */
    public static Raster applyAll(List<FilterStep> steps, Raster picture, RandomGenerator random) {
        // No second variable: the original would stay in memory beside its successors.
        for (FilterStep step : steps) {
            picture = step.apply(picture, random);
        }
        return picture;
    }
}
