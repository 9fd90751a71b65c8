package dev.polybot.bot.predictions;

import dev.polybot.model.prediction.Prediction;

import java.time.Instant;

/** The answer to an attempt at taking the reply to a prediction. */
sealed interface ReplyClaim {

    /**
     * It is the asker's to send.
     *
     * @param holder what the claim is known by
     */
    record Granted(String holder, Prediction prediction) implements ReplyClaim {}

    /** It has been sent, or can never be. */
    record Settled() implements ReplyClaim {}

    /** Somebody else is sending it until then. */
    record HeldElsewhere(Instant until) implements ReplyClaim {}

    /** There is no such prediction. */
    record NoPrediction() implements ReplyClaim {}
}
