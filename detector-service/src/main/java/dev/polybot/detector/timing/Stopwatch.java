package dev.polybot.detector.timing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Measures the stages of one job. For one thread. */
public final class Stopwatch {

    private final LongSupplier nanoTime;
    private final long start;
    private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> ends = new EnumMap<>(Stage.class);

    /**
     * Starts now.
     *
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    public static Stopwatch ofSystem() {
        return new Stopwatch(System::nanoTime);
    }

    /** Does the work and takes its time, also when it fails. */
    public <T> T time(Stage stage, Supplier<T> work) {
        long begin = nanoTime.getAsLong();
        try {
            return work.get();
        } finally {
            end(stage, begin);
        }
    }

    /** Does the work and takes its time, also when it fails. */
    public void run(Stage stage, Runnable work) {
        long begin = nanoTime.getAsLong();
        try {
            work.run();
        } finally {
            end(stage, begin);
        }
    }

    private void end(Stage stage, long begin) {
        long end = nanoTime.getAsLong();
        note(stage, Duration.ofNanos(end - begin));
        ends.put(stage, end);
    }

    /** Notes a time that was taken elsewhere. */
    public void note(Stage stage, Duration time) {
        times.put(stage, time);
    }

    /** Notes the time since the start as the total. */
    public void noteTotal() {
        note(Stage.TOTAL, Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    /** How long ago each stage began whose time was taken here. */
    public Map<Stage, Duration> beginnings() {
        long now = nanoTime.getAsLong();
        Map<Stage, Duration> beginnings = new EnumMap<>(Stage.class);
        ends.forEach(
                (stage, end) ->
                        beginnings.put(
                                stage,
                                Duration.ofNanos(now - end)
                                        .plus(times.getOrDefault(stage, Duration.ZERO))));
        return beginnings;
    }

    public Map<Stage, Duration> times() {
        return Map.copyOf(times);
    }

    /** The times in milliseconds by the stages' labels. */
    public Map<String, Long> milliseconds() {
        return times.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                time -> time.getKey().label(),
                                time -> Math.round(time.getValue().toNanos() / 1e6)));
    }
}
