package dev.polybot.load.report;

import dev.polybot.load.run.Latencies;
import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

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
 * @param seconds as long as requests were under way: from the start until the last was answered, lost or cut off
 * @param perSecond answers that came in time, a second, over all that time: a system that dies early is not fast
 * @param latency from when a request was due to its answer; a lost one counts with the time that it was waited for in vain
 * @param service from when it was sent to its answer, lost ones likewise
 * @param latestSend milliseconds by which the latest request went out after it was due
 * @param meanScore how far the answers agree with what was expected, 0 to 1; null where nothing was expected
 * @param stages the median milliseconds in each stage, by its name, as far as the system says
 */
public record RunMetrics(
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
        Percentiles latency,
        Percentiles service,
        double latestSend,
        @Nullable Double meanScore,
        Map<String, Double> stages) {

    public static RunMetrics of(List<RequestRecord> requests, int unasked) {
        long last = requests.stream().mapToLong(RequestRecord::ended).max().orElse(0);
        double seconds = Math.max(0, last) / 1e9;
        long answers = requests.stream().filter(RequestRecord::isAnswered).count();
        return new RunMetrics(
                requests.size(),
                count(requests, Outcome.RIGHT),
                count(requests, Outcome.WRONG),
                count(requests, Outcome.FAILED),
                count(requests, Outcome.LOST),
                count(requests, Outcome.UNFINISHED),
                (int) requests.stream().filter(request -> request.answers() > 1).count(),
                unasked,
                seconds,
                seconds == 0 ? 0 : answers / seconds,
                Percentiles.of(times(requests, RequestRecord::latency)),
                Percentiles.of(times(requests, RequestRecord::service)),
                requests.stream()
                                .mapToLong(request -> request.sent() - request.intended())
                                .max()
                                .orElse(0)
                        / 1e6,
                meanScore(requests),
                stages(requests));
    }

    /** Whether every request was answered, rightly and once. */
    public boolean isFlawless() {
        return sent > 0 && right == sent && twice == 0 && unasked == 0;
    }

    /** Whether nothing went wrong with what was not cut off from outside. */
    public boolean isClean() {
        return wrong + failed + lost + twice + unasked == 0;
    }

    static Histogram times(List<RequestRecord> requests, ToLongFunction<RequestRecord> time) {
        Histogram histogram = Latencies.histogram();
        requests.stream()
                .filter(RequestRecord::isTimed)
                .mapToLong(time)
                .forEach(nanos -> histogram.recordValue(Latencies.micros(nanos)));
        return histogram;
    }

    private static int count(List<RequestRecord> requests, Outcome outcome) {
        return (int) requests.stream().filter(request -> request.outcome() == outcome).count();
    }

    private static @Nullable Double meanScore(List<RequestRecord> requests) {
        List<Double> scores =
                requests.stream().map(RequestRecord::score).filter(Objects::nonNull).toList();
        return scores.isEmpty()
                ? null
                : scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static Map<String, Double> stages(List<RequestRecord> requests) {
        Map<String, List<Long>> times = new TreeMap<>();
        for (RequestRecord request : requests) {
            request.timings()
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
