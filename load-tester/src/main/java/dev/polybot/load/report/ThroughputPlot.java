package dev.polybot.load.report;

import dev.polybot.load.report.Plot.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Requests that were due and answers that came, a second. */
final class ThroughputPlot {

    private final double seconds;
    private final List<Bucket> buckets;

    ThroughputPlot(List<Bucket> buckets, double seconds) {
        this.seconds = seconds;
        this.buckets = buckets;
    }

    /** A burst that is many times what can be answered would press the answers to the ground: it is cut off. */
    boolean cutsOffBursts() {
        return mostDue() > 3 * mostAnswered() && mostAnswered() > 0;
    }

    double mostDue() {
        return Plot.most(buckets.stream().map(Bucket::due).toList());
    }

    private double mostAnswered() {
        return Plot.most(buckets.stream().map(Bucket::answered).toList());
    }

    String svg() {
        double most = cutsOffBursts() ? mostAnswered() * 1.2 : Math.max(mostDue(), mostAnswered());
        List<Point> answered = fromEdgeToEdge(Bucket::answered);
        Plot plot =
                Plot.overTime("Requests due and answers a second over time", seconds, most)
                        .line("a", fromEdgeToEdge(Bucket::due))
                        .area("b", answered)
                        .line("b", answered);
        for (Bucket bucket : buckets) {
            plot.hint(bucket.from(), bucket.to(), words(bucket));
        }
        return plot.svg();
    }

    private static String words(Bucket bucket) {
        return bucket.when()
                + ": "
                + Ticks.text(bucket.due())
                + " due, "
                + Ticks.text(bucket.answered())
                + " answered a second";
    }

    /** The stretches' middles alone would leave both ends open. */
    private List<Point> fromEdgeToEdge(ToDoubleFunction<Bucket> perSecond) {
        List<Point> line = new ArrayList<>();
        line.add(new Point(0, perSecond.applyAsDouble(buckets.getFirst())));
        for (Bucket bucket : buckets) {
            line.add(new Point(bucket.middle(), perSecond.applyAsDouble(bucket)));
        }
        line.add(new Point(seconds, perSecond.applyAsDouble(buckets.getLast())));
        return line;
    }
}
