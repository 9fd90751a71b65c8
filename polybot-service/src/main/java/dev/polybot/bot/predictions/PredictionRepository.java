package dev.polybot.bot.predictions;

import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;

/** The predictions table as the bot uses it. */
interface PredictionRepository {

    /** Keeps a prediction unless there is one of its name. */
    void putIfAbsent(Prediction prediction);

    /** The prediction of this name, as it is now; null when there is none. */
    @Nullable Prediction find(String predictionId);

    /** Notes that Telegram has accepted the reply. */
    void replySent(String predictionId, int messageId);

    /** Notes that nobody is written to: the answer is fetched. */
    void replyNotNeeded(String predictionId);
}
