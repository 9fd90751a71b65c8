package dev.polybot.detector.queue;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The delay before a job is retried after something it depends on has failed: twelve times as long each time, so that its
 * three tries outlast an outage of a minute, and up to a quarter more, so that what failed together does not come back
 * together.
 *
 * @param first after the first failure
 * @param longest never more than this, and the quarter
 * @param random from 0 to 1
 */
public record RetryDelay(Duration first, Duration longest, DoubleSupplier random) {

    private static final int FACTOR = 12;
    private static final int MAX_STEPS = 8;
    private static final double JITTER = 0.25;

    Duration after(int receiveCount) {
        int steps = Math.clamp(receiveCount - 1, 0, MAX_STEPS);
        Duration delay = first.multipliedBy((long) Math.pow(FACTOR, steps));
        Duration bounded = delay.compareTo(longest) > 0 ? longest : delay;
        return bounded.plusMillis((long) (bounded.toMillis() * JITTER * random.getAsDouble()));
    }
}
