package dev.polybot.load.report;

import dev.polybot.load.report.Plot.Point;
import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How long answers took: over time, and how their times are spread. */
final class LatencyPlots {

    private static final int MOST_DOTS = 2000;
    private static final int BARS = 40;

    private final RunRecord run;
    private final List<TimeSlice> slices;
    private final double seconds;
    private final Percentiles latency;
    private final Unit unit;

    /** What latencies are shown in. */
    private record Unit(String name, double millis) {

        static Unit upTo(double millis) {
            return millis < 10_000 ? new Unit("ms", 1) : new Unit("s", 1000);
        }

        double of(double value) {
            return value / millis;
        }
    }

    LatencyPlots(RunRecord run, List<TimeSlice> slices, double seconds, Percentiles latency) {
        this.run = run;
        this.slices = slices;
        this.seconds = seconds;
        this.latency = latency;
        this.unit = Unit.upTo(latency.most());
    }

    /** "ms" or "s". */
    String unit() {
        return unit.name();
    }

    String overTime() {
        List<Point> answered = requests(RequestRecord::isAnswered);
        List<Point> lost = requests(request -> request.outcome() == Outcome.LOST);
        List<TimeSlice> timed = timed();
        Plot plot = Plot.overTime("Latency over time", seconds, unit.of(latency.most()));
        if (answered.size() + lost.size() <= MOST_DOTS) {
            plot.dots("c", answered).dots("e", lost);
        }
        plot.line("b", line(timed, Percentiles::p50))
                .line("a", line(timed, Percentiles::p95))
                .line("d", line(timed, Percentiles::p99));
        for (TimeSlice slice : timed) {
            plot.hint(slice.from(), slice.to(), words(slice));
        }
        return plot.svg();
    }

    /** The stretches in which anything was answered or lost. */
    private List<TimeSlice> timed() {
        return slices.stream().filter(slice -> slice.latency().count() > 0).toList();
    }

    private List<Point> requests(Predicate<RequestRecord> which) {
        return run.requests().stream().filter(which).map(this::request).toList();
    }

    private Point request(RequestRecord request) {
        return new Point(
                Math.min(request.ended() / 1e9, seconds), unit.of(request.latency() / 1e6));
    }

    private List<Point> line(List<TimeSlice> slices, ToDoubleFunction<Percentiles> millis) {
        return slices.stream()
                .map(b -> new Point(b.middle(), unit.of(millis.applyAsDouble(b.latency()))))
                .toList();
    }

    private static String words(TimeSlice slice) {
        Percentiles latency = slice.latency();
        return slice.when()
                + ": "
                + latency.count()
                + " answered or lost, p50 "
                + Html.time(latency.p50())
                + ", p95 "
                + Html.time(latency.p95())
                + ", p99 "
                + Html.time(latency.p99());
    }

    /** Up to which latency each percentile goes. */
    String percentiles() {
        return new PercentileCurve(RunMetrics.times(run.requests(), RequestRecord::latency))
                .svg(unit.millis());
    }

    /** What the latency was when so much was answered; null when nothing was answered or lost. */
    @Nullable String againstLoad() {
        List<TimeSlice> timed = timed();
        if (timed.isEmpty()) {
            return null;
        }
        List<TimeSlice> losing = timed.stream().filter(slice -> slice.lost() > 0).toList();
        List<Point> p95 = against(timed, Percentiles::p95);
        List<Point> lost = against(losing, Percentiles::most);
        return Plot.against(
                        "Latency against load",
                        Plot.most(timed.stream().map(TimeSlice::answered).toList()),
                        "answers a second",
                        Plot.most(Plot.ys(lost.isEmpty() ? p95 : lost)))
                .dots("b", against(timed, Percentiles::p50))
                .dots("a", p95)
                .dots("e", lost)
                .svg();
    }

    private List<Point> against(List<TimeSlice> timed, ToDoubleFunction<Percentiles> millis) {
        return timed.stream()
                .map(s -> new Point(s.answered(), unit.of(millis.applyAsDouble(s.latency()))))
                .toList();
    }

    String distribution() {
        double most = Math.max(latency.most(), 1);
        double width = Ticks.upTo(most, BARS).step();
        List<Long> counts = counts(most, width);
        double step = unit.of(width);
        Plot plot =
                Plot.ofCounts(
                        "How latencies are spread",
                        counts.size() * step,
                        "latency in " + unit.name(),
                        Plot.most(counts.stream().map(Long::doubleValue).toList()));
        for (int i = 0; i < counts.size(); i++) {
            plot.bar("b", i * step, (i + 1) * step, counts.get(i));
        }
        plot.mark(unit.of(latency.p50()), "p50", 0)
                .mark(unit.of(latency.p95()), "p95", 1)
                .mark(unit.of(latency.p99()), "p99", 2);
        for (int i = 0; i < counts.size(); i++) {
            double from = i * step;
            double to = (i + 1) * step;
            plot.hint(from, to, words(from, to, counts.get(i)));
        }
        return plot.svg();
    }

    /** How many requests took up to one, two, three ... times the width, in milliseconds. */
    private List<Long> counts(double most, double width) {
        Histogram micros = RunMetrics.times(run.requests(), RequestRecord::latency);
        List<Long> counts = new ArrayList<>();
        for (double from = 0; from < most; from += width) {
            counts.add(
                    micros.getCountBetweenValues(
                            Math.round(from * 1000), Math.round((from + width) * 1000) - 1));
        }
        return counts;
    }

    private String words(double from, double to, long count) {
        return Ticks.text(from)
                + " to "
                + Ticks.text(to)
                + " "
                + unit.name()
                + ": "
                + count
                + " requests";
    }
}
