package dev.polybot.detector.job;

import dev.polybot.detector.timing.Stage;

import java.time.Duration;
import java.util.Map;

/** Takes note of how long the stages of a finished job took. */
public interface StageRecorder {

    void record(Map<Stage, Duration> times);
}
