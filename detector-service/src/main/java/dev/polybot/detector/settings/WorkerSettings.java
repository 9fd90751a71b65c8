package dev.polybot.detector.settings;

import dev.polybot.detector.model.StatedThresholds;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings of the workers and their thresholds.
 *
 * @param workers pictures worked on at the same time (DETECTOR_WORKERS); by default one for each core
 * @param threads threads that compute one picture (DETECTOR_THREADS); by default the cores shared among the workers
 * @param confidence above which a box counts as found, unless a job says otherwise (DETECTOR_CONFIDENCE); by default what
 *     the model's settings say, else 0.25
 * @param overlap intersection over union above which two boxes of one class are the same thing (DETECTOR_OVERLAP); by
 *     default what the model's settings say, else 0.45
 * @param maxBoxes found in one picture at most
 * @param limit of the work on one picture, after which it is ended and its sender told
 * @param patience of a job that finds all workers busy, until it goes back to its queue
 */
public record WorkerSettings(
        @Nullable @Min(1) @Max(256) Integer workers,
        @Nullable @Min(1) @Max(256) Integer threads,
        @Nullable @DecimalMin("0.001") @DecimalMax("1") Float confidence,
        @Nullable @DecimalMin("0.01") @DecimalMax("1") Float overlap,
        @DefaultValue("1000") @Min(1) @Max(10_000) int maxBoxes,
        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration limit,
        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration patience) {

    public StatedThresholds thresholds() {
        return new StatedThresholds(confidence, overlap, null);
    }

    public int count() {
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }

    public int threadsOfEach() {
        return threads == null
                ? Math.max(1, Runtime.getRuntime().availableProcessors() / count())
                : threads;
    }
}
