package dev.polybot.load.report;

import dev.polybot.load.observe.Sample;
import dev.polybot.load.observe.Sample.Depth;
import dev.polybot.load.report.Plot.Point;
import dev.polybot.load.run.Booking;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The plots of a run. */
final class Plots {

    private static final String TIME = "seconds since the start";
    private static final int MOST_DOTS = 2000;
    private static final int BARS = 40;

    private final RunRecord run;
    private final double seconds;
    private final List<Bucket> buckets;
    private final Unit unit;

    /** What latencies are shown in. */
    record Unit(String name, double millis) {

        static Unit upTo(double millis) {
            return millis < 10_000 ? new Unit("ms", 1) : new Unit("s", 1000);
        }

        double of(double value) {
            return value / millis;
        }
    }

    Plots(RunRecord run, Figures figures) {
        this.run = run;
        this.seconds = Math.max(figures.seconds(), 0.1);
        this.buckets = Bucket.of(run.bookings(), seconds);
        this.unit = Unit.upTo(figures.latency().most());
    }

    /** A burst that is many times what can be answered would press the answers to the ground: it is cut off. */
    boolean cutsOffBursts() {
        return mostDue() > 3 * mostAnswered() && mostAnswered() > 0;
    }

    double mostDue() {
        return most(buckets.stream().map(Bucket::due).toList());
    }

    private double mostAnswered() {
        return most(buckets.stream().map(Bucket::answered).toList());
    }

    String throughput() {
        double most = cutsOffBursts() ? mostAnswered() * 1.2 : Math.max(mostDue(), mostAnswered());
        Plot plot =
                new Plot("Requests due and answers a second over time", seconds, TIME, most)
                        .line("a", line(buckets.stream().map(b -> point(b, b.due())).toList()))
                        .area("b", line(buckets.stream().map(b -> point(b, b.answered())).toList()))
                        .line(
                                "b",
                                line(buckets.stream().map(b -> point(b, b.answered())).toList()));
        for (Bucket b : buckets) {
            plot.hint(
                    b.from(),
                    b.to(),
                    at(b)
                            + number(b.due())
                            + " due, "
                            + number(b.answered())
                            + " answered a second");
        }
        return plot.svg();
    }

    String latency() {
        List<Booking> timed = run.bookings().stream().filter(Booking::isTimed).toList();
        Plot plot =
                new Plot(
                        "Latency over time",
                        seconds,
                        TIME,
                        most(timed.stream().map(b -> unit.of(b.latency() / 1e6)).toList()));
        if (timed.size() <= MOST_DOTS) {
            plot.dots(
                    "c",
                    timed.stream()
                            .map(b -> new Point(b.answered() / 1e9, unit.of(b.latency() / 1e6)))
                            .toList());
        }
        List<Bucket> answered =
                buckets.stream().filter(bucket -> bucket.latency().count() > 0).toList();
        plot.line("b", answered.stream().map(b -> point(b, unit.of(b.latency().p50()))).toList())
                .line(
                        "a",
                        answered.stream().map(b -> point(b, unit.of(b.latency().p95()))).toList())
                .line(
                        "d",
                        answered.stream().map(b -> point(b, unit.of(b.latency().p99()))).toList());
        for (Bucket b : answered) {
            plot.hint(
                    b.from(),
                    b.to(),
                    at(b)
                            + b.latency().count()
                            + " answers, p50 "
                            + Html.time(b.latency().p50())
                            + ", p95 "
                            + Html.time(b.latency().p95())
                            + ", p99 "
                            + Html.time(b.latency().p99()));
        }
        return plot.svg();
    }

    String distribution(Figures figures) {
        Histogram times = Figures.times(run.bookings(), Booking::latency);
        double most = Math.max(figures.latency().most(), 1);
        double width = Ticks.upTo(most, BARS).step();
        List<Long> counts = new ArrayList<>();
        for (double from = 0; from < most; from += width) {
            counts.add(
                    times.getCountBetweenValues(
                            Math.round(from * 1000), Math.round((from + width) * 1000) - 1));
        }
        Plot plot =
                Plot.ofCounts(
                        "How latencies are spread",
                        counts.size() * width / unit.millis(),
                        "latency in " + unit.name(),
                        most(counts.stream().map(Long::doubleValue).toList()));
        double step = width / unit.millis();
        for (int i = 0; i < counts.size(); i++) {
            plot.bar("b", i * step, (i + 1) * step, counts.get(i));
        }
        plot.mark(figures.latency().p50() / unit.millis(), "p50", 0)
                .mark(figures.latency().p95() / unit.millis(), "p95", 1)
                .mark(figures.latency().p99() / unit.millis(), "p99", 2);
        for (int i = 0; i < counts.size(); i++) {
            plot.hint(
                    i * step,
                    (i + 1) * step,
                    number(i * step)
                            + " to "
                            + number((i + 1) * step)
                            + " "
                            + unit.name()
                            + ": "
                            + counts.get(i)
                            + " requests");
        }
        return plot.svg();
    }

    String latencyUnit() {
        return unit.name();
    }

    /** The queue's depth; null when it is not known. */
    @Nullable String depth() {
        List<Sample> known = within().stream().filter(sample -> sample.depth() != null).toList();
        if (known.isEmpty()) {
            return null;
        }
        List<Point> inFlight = known.stream().map(s -> depth(s, false)).toList();
        List<Point> both = known.stream().map(s -> depth(s, true)).toList();
        Plot plot =
                Plot.ofCounts("Messages in the queue over time", seconds, TIME, most(ys(both)))
                        .area("c", both)
                        .line("c", both)
                        .area("b", inFlight)
                        .line("b", inFlight);
        hints(
                plot,
                known,
                s -> {
                    Depth depth = Objects.requireNonNull(s.depth());
                    return depth.waiting() + " waiting, " + depth.inFlight() + " being worked on";
                });
        return plot.svg();
    }

    /** The detectors that are ready; null when it is not known where they are. */
    @Nullable String workers() {
        List<Sample> known = within().stream().filter(sample -> sample.workers() != null).toList();
        if (known.isEmpty()) {
            return null;
        }
        List<Point> counts =
                known.stream()
                        .map(s -> new Point(s.nanos() / 1e9, Objects.requireNonNull(s.workers())))
                        .toList();
        Plot plot =
                Plot.ofCounts(
                                "Detectors that are ready",
                                seconds,
                                TIME,
                                Math.max(2, most(ys(counts))))
                        .area("b", counts)
                        .line("b", counts);
        hints(plot, known, s -> s.workers() + " ready");
        return plot.svg();
    }

    private interface Words {
        String of(Sample sample);
    }

    private void hints(Plot plot, List<Sample> samples, Words words) {
        for (int i = 0; i < samples.size(); i++) {
            double from = samples.get(i).nanos() / 1e9;
            double to = i + 1 < samples.size() ? samples.get(i + 1).nanos() / 1e9 : seconds;
            plot.hint(from, to, number(from) + " s: " + words.of(samples.get(i)));
        }
    }

    private List<Sample> within() {
        return run.samples().stream().filter(sample -> sample.nanos() / 1e9 <= seconds).toList();
    }

    private static Point depth(Sample sample, boolean waiting) {
        Depth depth = Objects.requireNonNull(sample.depth());
        return new Point(sample.nanos() / 1e9, depth.inFlight() + (waiting ? depth.waiting() : 0));
    }

    private static List<Double> ys(List<Point> points) {
        return points.stream().map(Point::y).toList();
    }

    /** From the edge to the edge: the stretches' middles would leave both ends open. */
    private List<Point> line(List<Point> points) {
        List<Point> line = new ArrayList<>(points);
        line.addFirst(new Point(0, points.getFirst().y()));
        line.add(new Point(seconds, points.getLast().y()));
        return line;
    }

    private static Point point(Bucket bucket, double y) {
        return new Point(bucket.middle(), y);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    private static String at(Bucket bucket) {
        return number(bucket.from()) + " to " + number(bucket.to()) + " s: ";
    }

    private static String number(double value) {
        return Ticks.text(Math.round(value * 100) / 100.0);
    }
}
