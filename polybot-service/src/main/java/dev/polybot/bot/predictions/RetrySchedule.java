package dev.polybot.bot.predictions;

import java.time.Duration;
import java.util.List;

/**
 * When a message that had no effect is delivered again. The queue gives a message up after five deliveries, so the waits
 * grow fast: together they outlast an outage of a quarter of an hour.
 */
final class RetrySchedule {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(15));

    /** The longest that a message is hidden: SQS hides one for twelve hours in all, from when it was taken, and refuses more. */
    static final Duration LONGEST = Duration.ofHours(11);

    private RetrySchedule() {}

    /**
     * The wait after a delivery without effect.
     *
     * @param deliveries how often the message has been delivered, at least 1
     */
    static Duration after(int deliveries) {
        return WAITS.get(Math.clamp(deliveries - 1, 0, WAITS.size() - 1));
    }
}
