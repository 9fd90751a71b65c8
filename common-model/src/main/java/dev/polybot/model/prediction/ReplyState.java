package dev.polybot.model.prediction;

/**
 * How far the answer to a prediction has come. It goes forward by conditional writes only; that is what makes an answer
 * arrive once although queues deliver at least once.
 */
public enum ReplyState {
    /** Some process is sending it until the claim's time is up. */
    CLAIMED,
    /** Telegram accepted it. */
    SENT,
    /** Telegram refuses it for good: the chat does not exist or the user has blocked the bot. */
    UNDELIVERABLE,
    /** Nobody is written to: whoever asked fetches the answer, as callers over REST do. */
    NOT_NEEDED
}
