package dev.polybot.model.prediction;

/**
 * How far the answer to a prediction has come. It goes forward by conditional writes only; that is what makes an answer
 * arrive once although queues deliver at least once. Where nobody is written to, as over REST, there is none.
 */
public enum ReplyState {
    /** Some process is sending it until the claim's time is up. */
    CLAIMED,
    /** Telegram accepted it. */
    SENT,
    /** Telegram refuses it for good: the chat does not exist or the user has blocked the bot. */
    UNDELIVERABLE
}
