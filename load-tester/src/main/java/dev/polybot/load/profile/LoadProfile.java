package dev.polybot.load.profile;

import java.time.Duration;

/** How requests are spread over time. */
public sealed interface LoadProfile {

    /** The most requests that may be asked for in a second. */
    double MOST_PER_SECOND = 10_000;

    /**
     * Several at once, again and again.
     *
     * @param every from the start of one burst to the start of the next
     */
    record Burst(int size, Duration every) implements LoadProfile {

        public Burst {
            if (size < 1 || size > LoadLimit.MOST_REQUESTS) {
                throw new IllegalArgumentException(
                        "--burst takes 1 to " + LoadLimit.MOST_REQUESTS + " requests");
            }
            if (every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException("--every is more than 0 seconds");
            }
        }
    }

    /**
     * The same rate all the time.
     *
     * @param random whether requests come at random times with that mean rate (a Poisson process) and not like clockwork
     */
    record Rate(double perSecond, boolean random) implements LoadProfile {

        public Rate {
            requireRate(perSecond);
            if (perSecond == 0) {
                throw new IllegalArgumentException("--rate is more than 0");
            }
        }
    }

    /** A rate that grows or shrinks evenly and then stays where it has come to. */
    record Ramp(double from, double to, Duration over) implements LoadProfile {

        public Ramp {
            requireRate(from);
            requireRate(to);
            if (from == 0 && to == 0) {
                throw new IllegalArgumentException("--ramp from 0 to 0 sends nothing");
            }
            if (over.isNegative() || over.isZero()) {
                throw new IllegalArgumentException("--over is more than 0 seconds");
            }
        }
    }

    /**
     * So many senders, each of which sends its next request when its last has been answered. There is no schedule to be late
     * against, so a slow system is simply asked less.
     */
    record Closed(int senders) implements LoadProfile {

        public Closed {
            if (senders < 1 || senders > 1000) {
                throw new IllegalArgumentException("--concurrency takes 1 to 1000 senders");
            }
        }
    }

    private static void requireRate(double perSecond) {
        if (!(perSecond >= 0 && perSecond <= MOST_PER_SECOND)) {
            throw new IllegalArgumentException(
                    "--rate and --ramp take 0 to " + (int) MOST_PER_SECOND + " a second");
        }
    }

    /** In words, for the report. */
    default String inWords() {
        return switch (this) {
            case Burst(int size, Duration every) ->
                    "bursts of " + size + ", one every " + seconds(every);
            case Rate(double perSecond, boolean random) ->
                    number(perSecond)
                            + " a second"
                            + (random ? " on average, at random times" : ", evenly");
            case Ramp(double from, double to, Duration over) ->
                    "from "
                            + number(from)
                            + " to "
                            + number(to)
                            + " a second over "
                            + seconds(over);
            case Closed(int senders) ->
                    senders + (senders == 1 ? " sender" : " senders") + ", each one after another";
        };
    }

    private static String seconds(Duration time) {
        return number(time.toMillis() / 1000.0) + " s";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
