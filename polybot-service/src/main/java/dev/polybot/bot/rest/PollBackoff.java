package dev.polybot.bot.rest;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delays between two lookups of an awaited prediction: soon at first, less and less often while it does not come, and
 * never in step with others.
 *
 * @param first the first pause
 * @param longest the longest pause
 */
public record PollBackoff(Duration first, Duration longest) {

    public static final PollBackoff DEFAULT =
            new PollBackoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.25;

    Duration after(Duration last) {
        Duration next = Duration.ofNanos((long) (last.toNanos() * GROWTH));
        return next.compareTo(longest) > 0 ? longest : next;
    }

    long withJitter(Duration pause, RandomGenerator random) {
        double share = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return (long) (pause.toNanos() * share);
    }
}
