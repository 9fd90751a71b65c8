package dev.polybot.detector.testing;

import dev.polybot.detector.job.ComputeSlots;

import java.time.Duration;

/** Slots for jobs that are received whether or not there is room for them. */
public final class Slots {

    private Slots() {}

    public static ComputeSlots free(int slots) {
        return new ComputeSlots(
                slots, Duration.ofSeconds(1), Duration.ofMinutes(1), System::nanoTime, () -> {});
    }
}
