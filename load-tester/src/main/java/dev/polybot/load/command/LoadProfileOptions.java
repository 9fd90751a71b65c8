package dev.polybot.load.command;

import dev.polybot.load.profile.LoadLimit;
import dev.polybot.load.profile.LoadProfile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** When requests are sent, and how many. */
final class LoadProfileOptions {

    private static final int DEFAULT_BURST = 10;
    private static final double DEFAULT_EVERY = 10;
    private static final double DEFAULT_OVER = 30;

    @Option(
            names = "--burst",
            paramLabel = "N",
            description = "N at once (default: one burst of 10).")
    private @Nullable Integer burst;

    @Option(
            names = "--every",
            paramLabel = "S",
            description = "Seconds from burst to burst (default: 10).")
    private @Nullable Double every;

    @Option(names = "--rate", paramLabel = "R", description = "R a second, evenly.")
    private @Nullable Double rate;

    @Option(
            names = "--random",
            description = "With --rate: at random times with that mean rate (Poisson).")
    private boolean random;

    @Option(
            names = "--ramp",
            paramLabel = "A..B",
            description = "From A to B a second over the time that --over says.")
    private @Nullable String ramp;

    @Option(
            names = "--over",
            paramLabel = "S",
            description = "With --ramp: seconds (default: --duration, or 30).")
    private @Nullable Double over;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description =
                    "N senders, each of which sends its next picture when its last is answered.")
    private @Nullable Integer concurrency;

    @Option(names = "--total", paramLabel = "N", description = "Ends after N requests.")
    private @Nullable Integer total;

    @Option(names = "--duration", paramLabel = "S", description = "Sends for S seconds.")
    private @Nullable Double duration;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides the pictures' order and random times (default: 1).")
    long seed = 1;

    LoadProfile profile() {
        long given = Stream.of(burst, rate, ramp, concurrency).filter(Objects::nonNull).count();
        if (given > 1) {
            throw new IllegalArgumentException(
                    "give one of --burst, --rate, --ramp and --concurrency");
        }
        if (random && rate == null) {
            throw new IllegalArgumentException("--random goes with --rate");
        }
        if (over != null && ramp == null) {
            throw new IllegalArgumentException("--over goes with --ramp");
        }
        if (every != null && given > 0 && burst == null) {
            throw new IllegalArgumentException("--every goes with --burst");
        }
        if (rate != null) {
            return new LoadProfile.Rate(rate, random);
        }
        if (concurrency != null) {
            return new LoadProfile.Closed(concurrency);
        }
        if (ramp != null) {
            return ramp(ramp);
        }
        return new LoadProfile.Burst(
                burst == null ? DEFAULT_BURST : burst,
                seconds("--every", every == null ? DEFAULT_EVERY : every));
    }

    LoadLimit limit(LoadProfile profile) {
        return LoadLimit.of(
                profile, total, duration == null ? null : seconds("--duration", duration));
    }

    /** How many requests there will be; 0 when time decides. */
    int expectedTotal(LoadLimit limit) {
        return limit.total() == LoadLimit.MOST_REQUESTS ? 0 : limit.total();
    }

    private LoadProfile ramp(String text) {
        String[] ends = text.split("\\.\\.", -1);
        try {
            if (ends.length == 2) {
                double time = over != null ? over : duration != null ? duration : DEFAULT_OVER;
                return new LoadProfile.Ramp(
                        Double.parseDouble(ends[0]),
                        Double.parseDouble(ends[1]),
                        seconds("--over", time));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("--ramp takes two rates, such as 1..20");
    }

    static Duration seconds(String option, double seconds) {
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw new IllegalArgumentException(option + " takes 0 to 86400 seconds");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
