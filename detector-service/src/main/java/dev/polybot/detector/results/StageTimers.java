package dev.polybot.detector.results;

import dev.polybot.detector.job.StageRecorder;
import dev.polybot.detector.timing.Stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.Map;

/** The stages' times as Micrometer timers: {@code polybot.detector.stage}, one for each stage. */
public final class StageTimers implements StageRecorder {

    private final MeterRegistry registry;

    public StageTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void record(Map<Stage, Duration> times) {
        times.forEach((stage, time) -> timer(stage).record(time));
    }

    private Timer timer(Stage stage) {
        return Timer.builder("polybot.detector.stage")
                .tag("stage", stage.label())
                .register(registry);
    }
}
