package dev.polybot.detector.tool;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.polybot.detector.inference.DetectionThresholds;
import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.pictures.Picture;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/** Measures each model's forward pass on this machine, on one thread. What was measured once is remembered. */
final class ForwardTimes {

    private static final String FILE = "times.properties";
    private static final int RUNS = 7;

    /** A photo of the usual shape. */
    private static final int WIDTH = 640;

    private static final int HEIGHT = 480;

    private final Path file;
    private final Properties known = new Properties();

    /**
     * @param folder where they are remembered
     */
    ForwardTimes(Path folder) {
        this.file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                known.clear();
            }
        }
    }

    /** In milliseconds, the median of seven. */
    double of(LocatedModel model, long bytes) {
        String key = "%s %s %d".formatted(model.info().name(), model.info().version(), bytes);
        String before = known.getProperty(key);
        if (before != null) {
            return Double.parseDouble(before);
        }
        double measured = measure(model);
        known.setProperty(key, Double.toString(measured));
        remember();
        return measured;
    }

    /** In milliseconds, the median of seven, measured now. */
    static double measure(LocatedModel model) {
        try (YoloDetector detector =
                        YoloDetector.load(
                                model, DetectionThresholds.ULTRALYTICS, 1, new EngineThreads(1));
                Scalar grey = new Scalar(114, 114, 114, 0);
                Picture photo = new Picture(new Mat(HEIGHT, WIDTH, CV_8UC3, grey))) {
            double[] times = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                Stopwatch stopwatch = Stopwatch.ofSystem();
                detector.detect(photo, DetectionOptions.DEFAULT, stopwatch);
                times[i] =
                        Objects.requireNonNull(stopwatch.times().get(Stage.INFERENCE)).toNanos()
                                / 1e6;
            }
            Arrays.sort(times);
            return Math.round(times[RUNS / 2] * 10) / 10.0;
        }
    }

    /** A list is worth printing even where nothing can be remembered. */
    private void remember() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "milliseconds of a forward pass on one thread");
            }
        } catch (IOException e) {
            return;
        }
    }
}
