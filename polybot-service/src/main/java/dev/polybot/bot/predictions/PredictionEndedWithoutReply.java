package dev.polybot.bot.predictions;

import dev.polybot.model.prediction.Prediction;

/**
 * The event that this instance has handled the end of a prediction that no chat waits for: one asked for over REST, or
 * cancelled.
 */
public record PredictionEndedWithoutReply(Prediction prediction) {}
