package dev.polybot.load.shape;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How much is sent: until so many requests or so much time is reached, whichever comes first.
 *
 * @param duration null for as long as it takes
 */
public record Extent(int total, @Nullable Duration duration) {

    /** Each request is kept in memory until the report is written. */
    public static final int MOST_REQUESTS = 1_000_000;

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(30);

    public Extent {
        if (total < 1 || total > MOST_REQUESTS) {
            throw new IllegalArgumentException("a run has 1 to " + MOST_REQUESTS + " requests");
        }
        if (duration != null
                && (duration.isNegative()
                        || duration.isZero()
                        || duration.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("a run takes up to " + LONGEST.toHours() + " hours");
        }
    }

    /** What a shape is sent for when little or nothing is said: one burst, one ramp, half a minute. */
    public static Extent of(Shape shape, @Nullable Integer total, @Nullable Duration duration) {
        if (total != null || duration != null) {
            return new Extent(total == null ? MOST_REQUESTS : total, duration);
        }
        return switch (shape) {
            case Shape.Burst burst -> new Extent(burst.size(), null);
            case Shape.Rate _, Shape.Closed _ -> new Extent(MOST_REQUESTS, DEFAULT_DURATION);
            case Shape.Ramp ramp -> new Extent(MOST_REQUESTS, ramp.over());
        };
    }
}
