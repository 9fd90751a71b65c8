import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole worker: variants in turns, so that what else goes on on the machine strikes all alike. */
final class WorkerBenchmark {

    private static final int WARM_UP = 40;

    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        List<Variant> variants = Arrays.stream(args).skip(1).map(Variant::parse).toList();
        int jobs = number("JOBS", 300);
        int rounds = number("ROUNDS", 3);
        List<Path> photos = photos(Path.of(environment("PHOTOS", "docs/samples")));
        System.out.printf(
                "%d jobs, %d rounds, %d photos, %d processors, load %.1f%n",
                jobs,
                rounds,
                photos.size(),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        Map<Variant, List<Measured>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : variants) {
                Measured measured = run(variant, work, photos, jobs);
                all.computeIfAbsent(variant, _ -> new ArrayList<>()).add(measured);
                System.out.printf(Locale.ROOT, "round %d  %-10s %s%n", round + 1, variant.name(), measured);
            }
        }
        System.out.println();
        Measured first = Measured.median(all.get(variants.getFirst()));
        all.forEach(
                (variant, runs) -> {
                    Measured median = Measured.median(runs);
                    System.out.printf(Locale.ROOT, "%-10s %s%n", variant.name(), median);
                    System.out.printf(
                            Locale.ROOT,
                            "%-10s to %s: pictures/s %.2f, processor of the detector %.2f, of the emulators %.2f, memory %.2f%n",
                            "",
                            variants.getFirst().name(),
                            median.perSecond() / first.perSecond(),
                            median.detector() / first.detector(),
                            median.emulators() / first.emulators(),
                            median.megabytes() / first.megabytes());
                    System.out.printf("%-10s stages, ms: %s%n", "", Measured.stages(runs));
                });
    }

    private static Measured run(Variant variant, Path work, List<Path> photos, int jobs)
            throws Exception {
        Path data = Files.createTempDirectory(work, "run");
        try (Emulators emulators = new Emulators(variant.checkout(), data);
                Detector detector = new Detector(variant, emulators.environment(), data)) {
            for (int i = 0; i < photos.size(); i++) {
                emulators.putOriginal("bench/" + i + ".jpg", photos.get(i));
            }
            emulators.send(names(WARM_UP, photos.size()), "warm");
            emulators.awaitEmptyQueue();
            detector.signal("STOP");
            emulators.send(names(jobs, photos.size()), "job");
            double detectorBefore = ProcessorTime.of(detector.pid());
            double emulatorsBefore = ProcessorTime.of(emulators.pid());
            long begun = System.nanoTime();
            detector.signal("CONT");
            emulators.awaitEmptyQueue();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double detectorMillis = (ProcessorTime.of(detector.pid()) - detectorBefore) / jobs;
            double emulatorMillis = (ProcessorTime.of(emulators.pid()) - emulatorsBefore) / jobs;
            return new Measured(
                    jobs / seconds,
                    detectorMillis,
                    emulatorMillis,
                    ProcessorTime.megabytes(detector.pid()),
                    emulators.succeeded("job"),
                    jobs,
                    emulators.stages("job"));
        }
    }

    private static List<String> names(int jobs, int photos) {
        return IntStream.range(0, jobs).mapToObj(i -> "bench/" + i % photos + ".jpg").toList();
    }

    private static List<Path> photos(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> photos =
                    files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
            if (photos.isEmpty()) {
                throw new IllegalArgumentException("There is no .jpg in " + folder);
            }
            return photos;
        }
    }

    private static int number(String variable, int otherwise) {
        return Integer.parseInt(environment(variable, Integer.toString(otherwise)));
    }

    private static String environment(String variable, String otherwise) {
        return System.getenv().getOrDefault(variable, otherwise);
    }
}
