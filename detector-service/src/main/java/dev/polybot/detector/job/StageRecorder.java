package dev.polybot.detector.job;

import dev.polybot.detector.timing.Stopwatch;

/** Records the stage times of a finished job. */
public interface StageRecorder {

    void record(Stopwatch stopwatch);
}
