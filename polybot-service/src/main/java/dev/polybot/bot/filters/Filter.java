package dev.polybot.bot.filters;

import java.util.random.RandomGenerator;

/** A filter: from one picture to another. A filter is a value: two with the same settings are equal. */
public interface Filter {

    /**
     * The filtered picture; the given one stays as it is.
     *
     * @param random where chance comes from, for the filters that have any
     */
    Raster apply(Raster picture, RandomGenerator random);
}
