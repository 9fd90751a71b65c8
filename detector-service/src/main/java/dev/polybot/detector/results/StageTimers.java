package dev.polybot.detector.results;

import dev.polybot.detector.job.StageRecorder;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.observability.PolybotMetric;
import dev.polybot.observability.Traces;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Records stage times as metrics, and as spans of the job's trace. */
public final class StageTimers implements StageRecorder {

    /** The wait for the job is the trace's from the queue on, and the whole is the job's own span. */
    private static final Set<Stage> NO_SPANS = EnumSet.of(Stage.QUEUE, Stage.TOTAL);

    @Override
    public void record(Stopwatch stopwatch) {
        Map<Stage, Duration> beginnings = stopwatch.beginnings();
        Instant now = Instant.now();
        stopwatch
                .times()
                .forEach(
                        (stage, time) -> {
                            PolybotMetric.STAGE.record(time, stage.label());
                            Duration ago = beginnings.get(stage);
                            if (ago != null && !NO_SPANS.contains(stage)) {
                                Traces.note(stage.label(), now.minus(ago), time);
                            }
                        });
    }
}
