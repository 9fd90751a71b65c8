package dev.polybot.detector.testing;

import dev.polybot.detector.inference.DetectionThresholds;
import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.ModelSearch;
import dev.polybot.detector.model.ModelSearchPlan;

import java.nio.file.Path;
import java.time.Duration;

/** A detector with the model that the project ships. */
public final class ShippedDetector {

    private ShippedDetector() {}

    public static YoloDetector load() {
        ModelSearchPlan plan =
                new ModelSearchPlan(
                        null,
                        null,
                        Path.of("target/no-models-here"),
                        null,
                        new DownloadTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        return YoloDetector.load(
                ModelSearch.inOrder(plan).find(),
                DetectionThresholds.ULTRALYTICS,
                2,
                new EngineThreads(1));
    }
}
