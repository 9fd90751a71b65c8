package dev.polybot.detector.settings;

import jakarta.validation.constraints.NotBlank;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings of the queues. SQS hides a message for twelve hours at most, counted from its receipt: no setting comes near
 * that.
 *
 * @param identify where jobs come from, name or URL (SQS_QUEUE_IDENTIFY)
 * @param results where ends of jobs are told, name or URL (SQS_QUEUE_RESULTS)
 * @param visibility for how long a received message is hidden; extended while its job runs
 * @param jobLimit after which a job counts as stuck and its message is let go
 * @param pollTimeout for how long one request waits for a message; stopping waits for it
 * @param firstRetry how long a job waits after its first failure
 * @param longestRetry how long a job waits at most between two tries
 * @param drainTimeout how long stopping waits for jobs under way
 */
public record QueueSettings(
        @NotBlank(message = "is missing: set SQS_QUEUE_IDENTIFY") String identify,
        @NotBlank(message = "is missing: set SQS_QUEUE_RESULTS") String results,
        @DefaultValue("30s") @DurationMin(seconds = 3) @DurationMax(hours = 1) Duration visibility,
        @DefaultValue("10m") @DurationMin(seconds = 30) @DurationMax(hours = 11) Duration jobLimit,
        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(seconds = 20)
                Duration pollTimeout,
        @DefaultValue("5s") @DurationMin(seconds = 0) @DurationMax(hours = 1) Duration firstRetry,
        @DefaultValue("5m") @DurationMin(seconds = 0) @DurationMax(hours = 1) Duration longestRetry,
        @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 15)
                Duration drainTimeout) {}
