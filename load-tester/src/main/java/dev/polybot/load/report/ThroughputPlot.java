package dev.polybot.load.report;

import dev.polybot.load.report.Plot.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Requests that were due and answers that came, a second. */
final class ThroughputPlot {

    private final double seconds;
    private final List<TimeSlice> slices;

    ThroughputPlot(List<TimeSlice> slices, double seconds) {
        this.seconds = seconds;
        this.slices = slices;
    }

    /** A burst that is many times what can be answered would press the answers to the ground: it is cut off. */
    boolean cutsOffBursts() {
        return mostDue() > 3 * mostAnswered() && mostAnswered() > 0;
    }

    double mostDue() {
        return Plot.most(slices.stream().map(TimeSlice::due).toList());
    }

    private double mostAnswered() {
        return Plot.most(slices.stream().map(TimeSlice::answered).toList());
    }

    String svg() {
        double most = cutsOffBursts() ? mostAnswered() * 1.2 : Math.max(mostDue(), mostAnswered());
        List<Point> answered = fromEdgeToEdge(TimeSlice::answered);
        Plot plot =
                Plot.overTime("Requests due and answers a second over time", seconds, most)
                        .line("a", fromEdgeToEdge(TimeSlice::due))
                        .area("b", answered)
                        .line("b", answered);
        for (TimeSlice slice : slices) {
            plot.hint(slice.from(), slice.to(), words(slice));
        }
        return plot.svg();
    }

    private static String words(TimeSlice slice) {
        return slice.when()
                + ": "
                + Ticks.text(slice.due())
                + " due, "
                + Ticks.text(slice.answered())
                + " answered a second";
    }

    /** The stretches' middles alone would leave both ends open. */
    private List<Point> fromEdgeToEdge(ToDoubleFunction<TimeSlice> perSecond) {
        List<Point> line = new ArrayList<>();
        line.add(new Point(0, perSecond.applyAsDouble(slices.getFirst())));
        for (TimeSlice slice : slices) {
            line.add(new Point(slice.middle(), perSecond.applyAsDouble(slice)));
        }
        line.add(new Point(seconds, perSecond.applyAsDouble(slices.getLast())));
        return line;
    }
}
