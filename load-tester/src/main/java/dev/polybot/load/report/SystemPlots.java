package dev.polybot.load.report;

import dev.polybot.load.observe.Sample;
import dev.polybot.load.observe.Sample.Depth;
import dev.polybot.load.report.Plot.Point;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What was seen of the system during a run: its queue and its detectors. */
final class SystemPlots {

    private final double seconds;
    private final List<Sample> samples;

    SystemPlots(RunRecord run, double seconds) {
        this.seconds = seconds;
        this.samples = run.samples().stream().filter(sample -> at(sample) <= seconds).toList();
    }

    /** The queue's depth; null when it is not known. */
    @Nullable String depth() {
        List<Sample> known = samples.stream().filter(sample -> sample.depth() != null).toList();
        if (known.isEmpty()) {
            return null;
        }
        List<Point> inFlight =
                known.stream().map(s -> new Point(at(s), depth(s).inFlight())).toList();
        List<Point> all =
                known.stream()
                        .map(s -> new Point(at(s), depth(s).waiting() + depth(s).inFlight()))
                        .toList();
        Plot plot =
                Plot.countsOverTime(
                                "Messages in the queue over time", seconds, Plot.most(Plot.ys(all)))
                        .area("c", all)
                        .line("c", all)
                        .area("b", inFlight)
                        .line("b", inFlight);
        hints(
                plot,
                known,
                s -> depth(s).waiting() + " waiting, " + depth(s).inFlight() + " being worked on");
        return plot.svg();
    }

    /** The detectors that are ready; null when it is not known where they are. */
    @Nullable String workers() {
        List<Sample> known = samples.stream().filter(sample -> sample.workers() != null).toList();
        if (known.isEmpty()) {
            return null;
        }
        List<Point> counts =
                known.stream()
                        .map(s -> new Point(at(s), Objects.requireNonNull(s.workers())))
                        .toList();
        Plot plot =
                Plot.countsOverTime(
                                "Detectors that are ready",
                                seconds,
                                Math.max(2, Plot.most(Plot.ys(counts))))
                        .area("b", counts)
                        .line("b", counts);
        hints(plot, known, s -> s.workers() + " ready");
        return plot.svg();
    }

    private static Depth depth(Sample sample) {
        return Objects.requireNonNull(sample.depth());
    }

    /** Each sample holds until the next one. */
    private void hints(Plot plot, List<Sample> known, Function<Sample, String> words) {
        for (int i = 0; i < known.size(); i++) {
            double from = at(known.get(i));
            double to = i + 1 < known.size() ? at(known.get(i + 1)) : seconds;
            plot.hint(from, to, Ticks.text(from) + " s: " + words.apply(known.get(i)));
        }
    }

    /** Seconds since the start. */
    private static double at(Sample sample) {
        return sample.nanos() / 1e9;
    }
}
