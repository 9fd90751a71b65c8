package dev.polybot.bot.settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** The delay after so many failed attempts: longer each time, up to an end. */
public final class Backoff {

    /** Of calls to Telegram that nobody else repeats. */
    public static final Backoff CALLS = new Backoff(6, 30, 1, 2, 4, 8, 16);

    /**
     * Of messages of a queue that gives them up after five deliveries: so few waits grow fast, and together outlast an outage of a
     * quarter of an hour.
     */
    public static final Backoff RESULTS = new Backoff(4, 900, 2, 15, 120);

    /**
     * Of messages of the outbox, which gives them up after a thousand deliveries: together these waits outlast an outage of fifteen
     * hours, and for the first ten minutes none is longer than ten seconds, so that the end of one is soon noticed.
     */
    public static final Backoff OUTBOX = new Backoff(61, 60, 1, 2, 4, 8, 10);

    private final int longestFrom;
    private final int longest;
    private final List<Integer> first;

    /**
     * A schedule.
     *
     * @param longestFrom from this attempt on the wait is the longest
     * @param longest seconds
     * @param first the seconds before; the last of them repeats
     */
    private Backoff(int longestFrom, int longest, Integer... first) {
        this.longestFrom = longestFrom;
        this.longest = longest;
        this.first = List.of(first);
    }

    /**
     * The wait after an attempt without effect.
     *
     * @param failures how many there have been, at least 1
     */
    public Duration after(int failures) {
        return Duration.ofSeconds(
                failures >= longestFrom
                        ? longest
                        : first.get(Math.clamp(failures - 1L, 0, first.size() - 1)));
    }

    /** The same, but no shorter than the other side asked for, if it did. */
    public Duration after(int failures, @Nullable Duration atLeast) {
        Duration wait = after(failures);
        return atLeast != null && atLeast.compareTo(wait) > 0 ? atLeast : wait;
    }
}
