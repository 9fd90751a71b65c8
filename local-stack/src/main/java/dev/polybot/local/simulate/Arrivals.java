package dev.polybot.local.simulate;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * When pictures come, in seconds from the beginning, in order.
 *
 * @param times of the arrivals
 */
@SuppressWarnings("ArrayRecordComponent") // millions of them, and nobody compares two
record Arrivals(double[] times) {

    private static final double DAY = 86_400;

    Arrivals {
        times = times.clone();
        Arrays.sort(times);
    }

    /** All at once, as the ancestor's load test sent them. */
    static Arrivals atOnce(int pictures) {
        return new Arrivals(new double[pictures]);
    }

    /** A Poisson stream of so many a second. */
    static Arrivals steady(double perSecond, double seconds, RandomGenerator random) {
        return poisson(_ -> perSecond, perSecond, seconds, random);
    }

    /** A day: a wave between a tenth of the peak at night and the peak in the afternoon. */
    static Arrivals dailyWave(double peakPerSecond, RandomGenerator random) {
        return poisson(
                t -> peakPerSecond * (0.55 - 0.45 * Math.cos(2 * Math.PI * t / DAY)),
                peakPerSecond,
                DAY,
                random);
    }

    /** An hour of calm with ten minutes in its middle in which five times as many come. */
    static Arrivals bigSpike(double calmPerSecond, RandomGenerator random) {
        return poisson(
                t -> t >= 1500 && t < 2100 ? 5 * calmPerSecond : calmPerSecond,
                5 * calmPerSecond,
                3600,
                random);
    }

    /** Two hours in which, from the first half hour on, the rate climbs to twenty times and falls again. */
    static Arrivals viralHour(double calmPerSecond, RandomGenerator random) {
        return poisson(
                t -> {
                    double away = Math.abs(t - 3600) / 1800;
                    return calmPerSecond * (away >= 1 ? 1 : 1 + 19 * (1 - away));
                },
                20 * calmPerSecond,
                7200,
                random);
    }

    /** By thinning (Lewis and Shedler, 1979). */
    private static Arrivals poisson(
            DoubleUnaryOperator rate, double most, double seconds, RandomGenerator random) {
        double[] times = new double[(int) Math.ceil(most * seconds * 1.2) + 100];
        int count = 0;
        double t = 0;
        while (true) {
            t += random.nextExponential() / most;
            if (t >= seconds) {
                return new Arrivals(Arrays.copyOf(times, count));
            }
            if (random.nextDouble() * most < rate.applyAsDouble(t)) {
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = t;
            }
        }
    }
}
