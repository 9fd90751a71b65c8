package dev.polybot.load.report;

import dev.polybot.load.observe.Sample;
import dev.polybot.load.observe.Sample.Depth;
import dev.polybot.load.report.Plot.Point;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What was seen of the system during a run: its queue and its detectors. */
final class SystemPlots {

    private static final String NOT_KNOWN = "not known";

    private final double seconds;
    private final List<Sample> samples;

    SystemPlots(RunRecord run, double seconds) {
        this.seconds = seconds;
        this.samples = run.samples().stream().filter(sample -> at(sample) <= seconds).toList();
    }

    /** The queue's depth; null when it is not known. */
    @Nullable String depth() {
        List<List<Sample>> known = stretches(sample -> sample.depth() != null);
        if (known.isEmpty()) {
            return null;
        }
        ToDoubleFunction<Sample> all = s -> depth(s).waiting() + depth(s).inFlight();
        Plot plot =
                Plot.countsOverTime("Messages in the queue over time", seconds, most(known, all));
        curve(plot, "c", known, all);
        curve(plot, "b", known, s -> depth(s).inFlight());
        hints(
                plot,
                s ->
                        s.depth() == null
                                ? NOT_KNOWN
                                : depth(s).waiting()
                                        + " waiting, "
                                        + depth(s).inFlight()
                                        + " being worked on");
        return plot.svg();
    }

    /** The detectors that are ready; null when it is not known where they are. */
    @Nullable String workers() {
        List<List<Sample>> known = stretches(sample -> sample.workers() != null);
        if (known.isEmpty()) {
            return null;
        }
        ToDoubleFunction<Sample> count = s -> Objects.requireNonNull(s.workers());
        Plot plot =
                Plot.countsOverTime(
                        "Detectors that are ready", seconds, Math.max(2, most(known, count)));
        curve(plot, "b", known, count);
        hints(plot, s -> s.workers() == null ? NOT_KNOWN : s.workers() + " ready");
        return plot.svg();
    }

    /** The samples that know it, in a list for each stretch without a gap. */
    private List<List<Sample>> stretches(Predicate<Sample> knows) {
        List<List<Sample>> stretches = new ArrayList<>();
        boolean gap = true;
        for (Sample sample : samples) {
            if (knows.test(sample)) {
                if (gap) {
                    stretches.add(new ArrayList<>());
                }
                stretches.getLast().add(sample);
            }
            gap = !knows.test(sample);
        }
        return stretches;
    }

    private static double most(List<List<Sample>> known, ToDoubleFunction<Sample> value) {
        return known.stream().flatMap(List::stream).mapToDouble(value).max().orElse(1);
    }

    private static void curve(
            Plot plot, String style, List<List<Sample>> known, ToDoubleFunction<Sample> value) {
        for (List<Sample> stretch : known) {
            List<Point> points =
                    stretch.stream().map(s -> new Point(at(s), value.applyAsDouble(s))).toList();
            plot.area(style, points).line(style, points);
        }
    }

    private static Depth depth(Sample sample) {
        return Objects.requireNonNull(sample.depth());
    }

    /** Each sample holds until the next one. */
    private void hints(Plot plot, Function<Sample, String> words) {
        for (int i = 0; i < samples.size(); i++) {
            double from = at(samples.get(i));
            double to = i + 1 < samples.size() ? at(samples.get(i + 1)) : seconds;
            plot.hint(from, to, Ticks.text(from) + " s: " + words.apply(samples.get(i)));
        }
    }

    /** Seconds since the start. */
    private static double at(Sample sample) {
        return sample.nanos() / 1e9;
    }
}
