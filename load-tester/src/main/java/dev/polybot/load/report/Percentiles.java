package dev.polybot.load.report;

import dev.polybot.load.run.Latencies;

import org.HdrHistogram.Histogram;

/** Percentiles of times, in milliseconds; all 0 when there are none. */
public record Percentiles(
        long count,
        double least,
        double mean,
        double p50,
        double p90,
        double p95,
        double p99,
        double most) {

    static Percentiles of(Histogram times) {
        long count = times.getTotalCount();
        return new Percentiles(
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
