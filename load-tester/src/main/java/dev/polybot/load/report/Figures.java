package dev.polybot.load.report;

import dev.polybot.load.run.Booking;
import dev.polybot.load.run.Latencies;
import dev.polybot.load.run.Outcome;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A run in numbers.
 *
 * @param twice requests that were answered more than once
 * @param unasked answers that nobody had asked for
 * @param seconds from the start to the last answer
 * @param perSecond answers that came in time, a second, over that time
 * @param latency from when a request was due to its answer
 * @param service from when it was sent to its answer
 * @param latestSend milliseconds by which the latest request went out after it was due
 * @param meanScore how far the answers agree with what was expected, 0 to 1; null where nothing was expected
 * @param stages the median milliseconds in each stage, by its name, as far as the system says
 */
public record Figures(
        int sent,
        int right,
        int wrong,
        int failed,
        int lost,
        int unfinished,
        int twice,
        int unasked,
        double seconds,
        double perSecond,
        Spread latency,
        Spread service,
        double latestSend,
        @Nullable Double meanScore,
        Map<String, Double> stages) {

    public static Figures of(List<Booking> bookings, int unasked) {
        long last = bookings.stream().mapToLong(Booking::answered).max().orElse(0);
        double seconds = Math.max(0, last) / 1e9;
        long timed = bookings.stream().filter(Booking::isTimed).count();
        return new Figures(
                bookings.size(),
                count(bookings, Outcome.RIGHT),
                count(bookings, Outcome.WRONG),
                count(bookings, Outcome.FAILED),
                count(bookings, Outcome.LOST),
                count(bookings, Outcome.UNFINISHED),
                (int) bookings.stream().filter(booking -> booking.answers() > 1).count(),
                unasked,
                seconds,
                seconds == 0 ? 0 : timed / seconds,
                Spread.of(times(bookings, Booking::latency)),
                Spread.of(times(bookings, Booking::service)),
                bookings.stream().mapToLong(b -> b.sent() - b.intended()).max().orElse(0) / 1e6,
                meanScore(bookings),
                stages(bookings));
    }

    /** Whether every request was answered, rightly and once. */
    public boolean isFlawless() {
        return sent > 0 && right == sent && twice == 0 && unasked == 0;
    }

    /** Whether nothing went wrong with what was not cut off from outside. */
    public boolean isClean() {
        return wrong + failed + lost + twice + unasked == 0;
    }

    static Histogram times(List<Booking> bookings, ToLongFunction<Booking> time) {
        Histogram histogram = Latencies.histogram();
        bookings.stream()
                .filter(Booking::isTimed)
                .mapToLong(time)
                .forEach(nanos -> histogram.recordValue(Latencies.micros(nanos)));
        return histogram;
    }

    private static int count(List<Booking> bookings, Outcome outcome) {
        return (int) bookings.stream().filter(booking -> booking.outcome() == outcome).count();
    }

    private static @Nullable Double meanScore(List<Booking> bookings) {
        List<Double> scores =
                bookings.stream().map(Booking::score).filter(Objects::nonNull).toList();
        return scores.isEmpty()
                ? null
                : scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static Map<String, Double> stages(List<Booking> bookings) {
        Map<String, List<Long>> times = new TreeMap<>();
        for (Booking booking : bookings) {
            booking.timings()
                    .forEach(
                            (stage, millis) ->
                                    times.computeIfAbsent(stage, _ -> new ArrayList<>())
                                            .add(millis));
        }
        return times.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> median(e.getValue())));
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
