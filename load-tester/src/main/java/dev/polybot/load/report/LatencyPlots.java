package dev.polybot.load.report;

import dev.polybot.load.report.Plot.Point;
import dev.polybot.load.run.RequestRecord;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Point> requests =
                run.requests().stream().filter(RequestRecord::isTimed).map(this::request).toList();
        List<TimeSlice> answered =
                slices.stream().filter(slice -> slice.latency().count() > 0).toList();
        Plot plot = Plot.overTime("Latency over time", seconds, Plot.most(Plot.ys(requests)));
        if (requests.size() <= MOST_DOTS) {
            plot.dots("c", requests);
        }
        plot.line("b", line(answered, Percentiles::p50))
                .line("a", line(answered, Percentiles::p95))
                .line("d", line(answered, Percentiles::p99));
        for (TimeSlice slice : answered) {
            plot.hint(slice.from(), slice.to(), words(slice));
        }
        return plot.svg();
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

    /** What the latency was when so much was asked; null when nothing was answered. */
    @Nullable String againstLoad() {
        List<TimeSlice> asked =
                slices.stream()
                        .filter(slice -> slice.answered() > 0 && slice.latency().count() > 0)
                        .sorted(Comparator.comparingDouble(TimeSlice::answered))
                        .toList();
        if (asked.isEmpty()) {
            return null;
        }
        List<Point> p50 = against(asked, Percentiles::p50);
        List<Point> p95 = against(asked, Percentiles::p95);
        Plot plot =
                Plot.against(
                                "Latency against load",
                                asked.getLast().answered(),
                                "answers a second",
                                Plot.most(Plot.ys(p95)))
                        .dots("b", p50)
                        .dots("a", p95);
        return plot.svg();
    }

    private List<Point> against(List<TimeSlice> asked, ToDoubleFunction<Percentiles> millis) {
        return asked.stream()
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
