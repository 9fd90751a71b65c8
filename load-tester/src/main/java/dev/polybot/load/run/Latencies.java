package dev.polybot.load.run;

import org.HdrHistogram.Histogram;

/** How times are gathered: microseconds up to an hour, to three significant digits. */
public final class Latencies {

    private static final long LONGEST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;

    private Latencies() {}

    public static Histogram histogram() {
        return new Histogram(1, LONGEST_MICROS, DIGITS);
    }

    /** A time as it is recorded; nothing is shorter than a microsecond or longer than an hour. */
    public static long micros(long nanos) {
        return Math.clamp(nanos / 1000, 1, LONGEST_MICROS);
    }

    /** A percentile in milliseconds; 0 as long as there is nothing. */
    public static double milliseconds(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0
                ? 0
                : histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
