package dev.polybot.load.profile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How much is sent: until so many requests or so much time is reached, whichever comes first.
 *
 * @param duration null for as long as it takes
 */
public record LoadLimit(int total, @Nullable Duration duration) {

    /** Each request is kept in memory until the report is written. */
    public static final int MOST_REQUESTS = 1_000_000;

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(30);

    public LoadLimit {
        if (total < 1 || total > MOST_REQUESTS) {
            throw new IllegalArgumentException("--total takes 1 to " + MOST_REQUESTS + " requests");
        }
        if (duration != null
                && (duration.isNegative()
                        || duration.isZero()
                        || duration.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "--duration is more than 0 seconds and at most "
                            + LONGEST.toHours()
                            + " hours");
        }
    }

    /** What a profile is sent for when little or nothing is said: one burst, one ramp, half a minute. */
    public static LoadLimit of(
            LoadProfile profile, @Nullable Integer total, @Nullable Duration duration) {
        if (total != null || duration != null) {
            return new LoadLimit(total == null ? MOST_REQUESTS : total, duration);
        }
        return switch (profile) {
            case LoadProfile.Burst burst -> new LoadLimit(burst.size(), null);
            case LoadProfile.Rate _, LoadProfile.Closed _ ->
                    new LoadLimit(MOST_REQUESTS, DEFAULT_DURATION);
            case LoadProfile.Ramp ramp -> new LoadLimit(MOST_REQUESTS, ramp.over());
        };
    }
}
