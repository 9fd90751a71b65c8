package dev.polybot.load.report;

import dev.polybot.load.report.Plot.Point;
import dev.polybot.load.report.Plot.XMark;

import org.HdrHistogram.Histogram;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How slow the slowest are: latency by percentile, each mark of the axis ten times rarer than the one before, as
 * HdrHistogram's plots have it.
 */
final class PercentileCurve {

    private static final int STEPS_A_HALVING = 5;
    private static final int POINTS = 200;
    private static final double MILLI = 1000;

    private final Histogram micros;

    PercentileCurve(Histogram micros) {
        this.micros = micros;
    }

    /** @param unitMillis milliseconds of the unit in which times are drawn */
    String svg(double unitMillis) {
        List<Point> points = points(unitMillis);
        return Plot.marked(
                        "Latency by percentile", marks(), "percentile", Plot.most(Plot.ys(points)))
                .line("b", points)
                .svg();
    }

    /** The same as text, in milliseconds, for HdrHistogram's own tools. */
    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        micros.outputPercentileDistribution(
                new PrintStream(out, true, StandardCharsets.UTF_8), STEPS_A_HALVING, MILLI);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Each at the percentile that it is drawn at: a straight line over a leap would tell of times that nobody had. */
    private List<Point> points(double unitMillis) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double nines = most() * i / POINTS;
            double percentile = i == POINTS ? 100 : 100 * (1 - Math.pow(10, -nines));
            points.add(
                    new Point(nines, micros.getValueAtPercentile(percentile) / MILLI / unitMillis));
        }
        return points;
    }

    /** Where a single request is, with 1 at 90 %, 2 at 99 % and so on: beyond that nothing is known. */
    private double most() {
        return Math.max(1, Math.log10((double) Math.max(1, micros.getTotalCount())));
    }

    private List<XMark> marks() {
        List<XMark> marks = new ArrayList<>();
        marks.add(new XMark(0, "0%"));
        marks.add(new XMark(-Math.log10(0.5), "50%"));
        for (int nine = 1; nine <= Math.ceil(most()); nine++) {
            marks.add(new XMark(nine, Ticks.text(100 - Math.pow(10, 2.0 - nine)) + "%"));
        }
        return marks;
    }
}
