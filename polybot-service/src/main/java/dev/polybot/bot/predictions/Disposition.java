package dev.polybot.bot.predictions;

import java.time.Duration;

/** How a received queue message is settled: acknowledged or redelivered. */
sealed interface Disposition {

    /** All that follows from it is durable. */
    record Acknowledge() implements Disposition {}

    /** It is to be delivered again after this time. */
    record Redeliver(Duration after) implements Disposition {}
}
