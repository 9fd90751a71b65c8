package dev.polybot.bot.outbox;

import java.time.Duration;

/**
 * When a message is tried again that could not be sent. The queue gives it up after a thousand deliveries: together these waits
 * outlast an outage of fifteen hours, and the first of them no longer than ten seconds, so that the end of one is soon noticed.
 */
final class DeliveryBackoff {

    private static final Duration LONGEST_AT_FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** About ten minutes of failing. */
    private static final int FIRST = 60;

    private DeliveryBackoff() {}

    /**
     * The wait after a delivery without effect.
     *
     * @param deliveries how often the message has been delivered, at least 1
     */
    static Duration after(int deliveries) {
        if (deliveries > FIRST) {
            return LONGEST;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(deliveries - 1, 10));
        return doubled.compareTo(LONGEST_AT_FIRST) < 0 ? doubled : LONGEST_AT_FIRST;
    }
}
