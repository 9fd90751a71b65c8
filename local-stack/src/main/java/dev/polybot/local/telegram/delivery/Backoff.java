package dev.polybot.local.telegram.delivery;

import java.time.Duration;

/**
 * How long to wait before a delivery is tried again: twice as long each time.
 *
 * @param first after the first failure
 * @param longest never longer than this
 */
public record Backoff(Duration first, Duration longest) {

    public static final Backoff DEFAULT =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private static final int MAX_DOUBLINGS = 30;

    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
