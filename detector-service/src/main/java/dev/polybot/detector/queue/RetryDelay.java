package dev.polybot.detector.queue;

import java.time.Duration;

/**
 * How long a job waits before it is tried again after something it depends on has failed: four times as long each time, for
 * an outage rarely ends within seconds.
 *
 * @param first after the first failure
 * @param longest never more than this
 */
public record RetryDelay(Duration first, Duration longest) {

    private static final int FACTOR = 4;
    private static final int MAX_STEPS = 10;

    Duration after(int receiveCount) {
        int steps = Math.clamp(receiveCount - 1, 0, MAX_STEPS);
        Duration delay = first.multipliedBy((long) Math.pow(FACTOR, steps));
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
