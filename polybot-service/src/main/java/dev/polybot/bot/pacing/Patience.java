package dev.polybot.bot.pacing;

import java.time.Duration;

/**
 * How long a thread waits with a message in its hands. The claims on updates and replies outlast both and a call.
 *
 * @param toWait for its turn; what has to wait longer goes back to where it came from
 * @param toRetry since it came, for attempts after the first
 */
record Patience(Duration toWait, Duration toRetry) {

    /** Long enough for the next message to a group; short enough that a busy chat does not take all threads. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(8));
}
