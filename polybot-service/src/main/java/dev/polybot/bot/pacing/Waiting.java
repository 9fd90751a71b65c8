package dev.polybot.bot.pacing;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits for a time on a clock. */
record Waiting(Clock clock, Pause pause) {

    /** Between two looks at who is first, in milliseconds. */
    static final long GLANCE = 100;

    /** Milliseconds. */
    long now() {
        return clock.millis();
    }

    /**
     * Returns when it is time.
     *
     * @param interrupted what is thrown when the thread is wanted elsewhere
     */
    void until(long time, Supplier<? extends RuntimeException> interrupted) {
        try {
            for (long now = now(); now < time; now = now()) {
                pause.of(Duration.ofMillis(time - now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted.get();
        }
    }
}
