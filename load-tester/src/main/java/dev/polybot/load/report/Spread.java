package dev.polybot.load.report;

import dev.polybot.load.run.Latencies;

import org.HdrHistogram.Histogram;

/** How times are spread, in milliseconds; all 0 when there are none. */
public record Spread(
        long count,
        double least,
        double mean,
        double p50,
        double p90,
        double p95,
        double p99,
        double most) {

    static Spread of(Histogram times) {
        long count = times.getTotalCount();
        return new Spread(
                count,
                count == 0 ? 0 : times.getMinValue() / 1000.0,
                count == 0 ? 0 : times.getMean() / 1000.0,
                Latencies.milliseconds(times, 50),
                Latencies.milliseconds(times, 90),
                Latencies.milliseconds(times, 95),
                Latencies.milliseconds(times, 99),
                Latencies.milliseconds(times, 100));
    }
}
