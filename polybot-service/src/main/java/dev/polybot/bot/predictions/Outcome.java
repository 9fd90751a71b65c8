package dev.polybot.bot.predictions;

import java.time.Instant;

/** How an attempt at sending a reply ended. */
sealed interface Outcome {

    /** There is nothing left to do. */
    record Settled() implements Outcome {}

    /** Somebody else is at it until then. */
    record HeldElsewhere(Instant until) implements Outcome {}

    /** There is no such prediction. */
    record NoPrediction() implements Outcome {}
}
