package dev.polybot.bot.predictions;

import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;

/** The predictions table as the bot uses it. */
interface PredictionRepository {

    /** Keeps a prediction unless there is one of its name. */
    void putIfAbsent(Prediction prediction);

    /** The prediction of this name, as it is now; null when there is none. */
    @Nullable Prediction find(String predictionId);

    /** Tries to take the reply to a prediction; a claim ends by itself after a minute. */
    ReplyClaim claimReply(String predictionId);

    /** Gives the reply back, so that the next attempt need not wait for the claim's end. */
    void releaseReply(String predictionId, ReplyClaim.Granted claim);

    /** Notes that Telegram has accepted the reply. */
    void replySent(String predictionId, int messageId);

    /** Notes that Telegram will never accept the reply. */
    void replyUndeliverable(String predictionId);

    /** Notes that nobody is written to: the answer is fetched. */
    void replyNotNeeded(String predictionId);
}
