package dev.polybot.detector.testing;

import dev.polybot.detector.inference.DetectionThresholds;
import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.ModelCache;
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
                        new ModelCache(Path.of("target/no-models-here")),
                        true,
                        new DownloadTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        return YoloDetector.load(
                new ModelSearch(plan).find(),
                DetectionThresholds.ULTRALYTICS,
                2,
                new EngineThreads(1));
    }
}
