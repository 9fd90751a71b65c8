package dev.polybot.detector.job;

import dev.polybot.detector.timing.Stopwatch;

/** Takes note of how long the stages of a finished job took. */
public interface StageRecorder {

    void record(Stopwatch stopwatch);
}
