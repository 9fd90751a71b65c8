package dev.polybot.detector.testing;

import dev.polybot.detector.inference.DetectionThresholds;
import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelCache;
import dev.polybot.detector.model.ModelSearch;
import dev.polybot.detector.model.ModelSearchPlan;

import java.nio.file.Path;
import java.time.Duration;

/** A detector with the real weights of {@link Shared}. */
public final class RealDetector {

    private RealDetector() {}

    public static YoloDetector load(Path weights) {
        return YoloDetector.load(
                find(weights), DetectionThresholds.ULTRALYTICS, 1, new EngineThreads(1));
    }

    /** The model of that file, not loaded yet. */
    public static LocatedModel find(Path weights) {
        return new ModelSearch(
                        new ModelSearchPlan(
                                weights.toString(),
                                null,
                                new ModelCache(Path.of("target/model-cache")),
                                true,
                                new DownloadTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1))))
                .find();
    }
}
