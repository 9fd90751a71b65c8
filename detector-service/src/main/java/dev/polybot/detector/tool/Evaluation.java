package dev.polybot.detector.tool;

import dev.polybot.detector.inference.Detection;
import dev.polybot.detector.inference.DetectionThresholds;
import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.StatedThresholds;
import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PictureRejectedException;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Measures a model's accuracy and speed on labelled photos, by the very code that answers jobs, on one thread. */
record Evaluation(LocatedModel model, PrintStream out) {

    /** Average precision asks for unsure boxes too. */
    private static final DetectionOptions NEARLY_ALL = new DetectionOptions(0.05, Set.of());

    private static final int MAX_BOXES = 1000;
    private static final PictureDecoder DECODER =
            new PictureDecoder(new PictureLimits(1L << 28, 500_000_000, 65_535));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Judges the model by the folder's photos and says how it did.
     *
     * @throws UnusableModelException when photos or labels cannot be read; the message says which
     */
    void run(Path folder) {
        List<LabelledPhoto> photos = LabelledPhoto.in(folder);
        DetectionThresholds thresholds =
                DetectionThresholds.of(
                        new StatedThresholds(null, null, null), model.thresholds(), MAX_BOXES);
        AccuracyMetrics judgement = new AccuracyMetrics();
        List<Duration> clock = new ArrayList<>();
        List<Duration> processor = new ArrayList<>();
        try (YoloDetector detector =
                YoloDetector.load(model, thresholds, 1, new EngineThreads(1))) {
            for (LabelledPhoto photo : photos) {
                try (Picture picture = decode(photo.file())) {
                    Stopwatch byClock = Stopwatch.ofSystem();
                    List<Detection> found = detector.detect(picture, NEARLY_ALL, byClock);
                    judgement.add(
                            found,
                            photo.truths(
                                    picture.width(), picture.height(), detector.classes().size()));
                    Stopwatch byProcessor = new Stopwatch(THREADS::getCurrentThreadCpuTime);
                    detector.detect(picture, NEARLY_ALL, byProcessor);
                    clock.add(forward(byClock));
                    processor.add(forward(byProcessor));
                }
            }
            print(detector, photos.size(), judgement);
        }
        out.printf(
                Locale.ROOT,
                "forward, one thread, median: %.1f ms, of which %.1f ms of processor%n",
                median(clock),
                median(processor));
    }

    private void print(YoloDetector detector, int photos, AccuracyMetrics judgement) {
        double confidence = detector.threshold(DetectionOptions.DEFAULT);
        AccuracyMetrics.Score score = judgement.above(confidence);
        out.println(detector.description());
        out.printf(Locale.ROOT, "%d photos, %d labels%n", photos, judgement.labels());
        out.printf(
                Locale.ROOT,
                "mAP50 %.3f   mAP50-95 %.3f%n",
                judgement.map50(),
                judgement.map5095());
        out.printf(
                Locale.ROOT,
                "above its confidence of %.2f:   F1 %.3f   precision %.3f   recall %.3f%n",
                confidence,
                score.f1(),
                score.precision(),
                score.recall());
    }

    private static Picture decode(Path file) {
        try {
            return DECODER.decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnusableModelException("The photo " + file + " cannot be read.", e);
        } catch (PictureRejectedException e) {
            throw new UnusableModelException(
                    "The photo " + file + " cannot be used. " + e.failure().sentence(), e);
        }
    }

    private static Duration forward(Stopwatch stopwatch) {
        return stopwatch.times().getOrDefault(Stage.INFERENCE, Duration.ZERO);
    }

    private static double median(List<Duration> times) {
        return times.stream()
                        .sorted()
                        .skip(times.size() / 2)
                        .findFirst()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e6;
    }
}
