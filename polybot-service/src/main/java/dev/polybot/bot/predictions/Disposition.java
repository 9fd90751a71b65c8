package dev.polybot.bot.predictions;

import java.time.Duration;

/** What is to happen to a queue message. */
sealed interface Disposition {

    /** All that follows from it is durable. */
    record Acknowledge() implements Disposition {}

    /** It is to be delivered again after this time. */
    record Redeliver(Duration after) implements Disposition {}
}
