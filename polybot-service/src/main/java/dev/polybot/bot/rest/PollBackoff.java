package dev.polybot.bot.rest;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delays between two lookups of an awaited prediction: soon at first, less and less often while it does not come, and
 * never in step with others.
 *
 * @param initial the first delay
 * @param max the longest delay
 */
record PollBackoff(Duration initial, Duration max) {

    static final PollBackoff DEFAULT =
            new PollBackoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    private static final double MULTIPLIER = 1.5;
    private static final double JITTER = 0.25;

    /** The delay that follows this one. */
    Duration after(Duration delay) {
        Duration next = Duration.ofNanos((long) (delay.toNanos() * MULTIPLIER));
        return next.compareTo(max) > 0 ? max : next;
    }

    /** This delay, a quarter shorter to a quarter longer, in nanoseconds. */
    long withJitter(Duration delay, RandomGenerator random) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return (long) (delay.toNanos() * factor);
    }
}
