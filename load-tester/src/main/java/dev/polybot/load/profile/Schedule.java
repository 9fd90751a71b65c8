package dev.polybot.load.profile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** The times at which requests are to be sent, in nanoseconds after the start, one after another. */
public final class Schedule {

    private static final double NANOS = 1e9;

    private final LoadProfile profile;
    private final LoadLimit limit;
    private final RandomGenerator random;
    private int next;
    private double randomSeconds;

    /**
     * @param random where random times come from; the same generator gives the same times
     */
    public Schedule(LoadProfile profile, LoadLimit limit, RandomGenerator random) {
        this.profile = profile;
        this.limit = limit;
        this.random = random;
    }

    /** The next time; empty when all has been sent. Senders that wait for their answers have no times: for them it is 0. */
    public OptionalLong next() {
        if (next >= limit.total()) {
            return OptionalLong.empty();
        }
        double seconds = secondsOf(next);
        @Nullable Duration duration = limit.duration();
        if (!Double.isFinite(seconds)
                || seconds * NANOS >= Long.MAX_VALUE
                || (duration != null && seconds * NANOS >= duration.toNanos())) {
            return OptionalLong.empty();
        }
        next++;
        return OptionalLong.of(Math.round(seconds * NANOS));
    }

    private double secondsOf(int number) {
        return switch (profile) {
            case LoadProfile.Burst(int size, Duration every) ->
                    burstNumber(number, size) * every.toNanos() / NANOS;
            case LoadProfile.Rate(double perSecond, boolean atRandom) ->
                    atRandom ? randomArrival(number, perSecond) : number / perSecond;
            case LoadProfile.Ramp(double from, double to, Duration over) ->
                    rampTime(number, from, to, over.toNanos() / NANOS);
            case LoadProfile.Closed _ -> 0;
        };
    }

    private static double burstNumber(int number, int size) {
        return Math.floorDiv(number, size);
    }

    private double randomArrival(int number, double perSecond) {
        if (number > 0) {
            randomSeconds += -Math.log1p(-random.nextDouble()) / perSecond;
        }
        return randomSeconds;
    }

    /** When the ramp's area, the number of requests that are due, reaches the number. */
    private static double rampTime(int number, double from, double to, double seconds) {
        if (number == 0) {
            return 0;
        }
        double onTheRamp = (from + to) / 2 * seconds;
        if (number > onTheRamp) {
            return seconds + (number - onTheRamp) / to;
        }
        double growth = (to - from) / seconds;
        double root = Math.sqrt(Math.max(0, from * from + 2 * growth * number));
        return 2 * number / (from + root);
    }
}
