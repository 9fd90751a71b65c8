import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One run.
 *
 * @param detector milliseconds of processor a picture
 * @param emulators the same
 * @param megabytes of the detector, resident at the end
 * @param stages the milliseconds of each picture by stage
 */
record Measured(
        double perSecond,
        double detector,
        double emulators,
        double megabytes,
        int right,
        int jobs,
        Map<String, long[]> stages) {

    static Measured median(List<Measured> runs) {
        Measured one = runs.getFirst();
        return new Measured(
                median(runs, Measured::perSecond),
                median(runs, Measured::detector),
                median(runs, Measured::emulators),
                median(runs, Measured::megabytes),
                runs.stream().mapToInt(Measured::right).sum(),
                runs.stream().mapToInt(Measured::jobs).sum(),
                one.stages());
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Median and 95th percentile of each stage over all runs. */
    static String stages(List<Measured> runs) {
        Map<String, long[]> all = new TreeMap<>();
        for (Measured run : runs) {
            run.stages()
                    .forEach(
                            (stage, times) ->
                                    all.merge(
                                            stage,
                                            times,
                                            (a, b) -> {
                                                long[] both = Arrays.copyOf(a, a.length + b.length);
                                                System.arraycopy(b, 0, both, a.length, b.length);
                                                return both;
                                            }));
        }
        return all.entrySet().stream()
                .map(stage -> stage.getKey() + ' ' + percentile(stage.getValue(), 50) + '/' + percentile(stage.getValue(), 95))
                .collect(Collectors.joining("  "));
    }

    private static long percentile(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%5.1f pictures/s, ms of processor a picture: detector %5.1f, emulators %5.1f; detector's memory %.0f MB; right %d of %d",
                perSecond,
                detector,
                emulators,
                megabytes,
                right,
                jobs);
    }
}
