package dev.polybot.model.prediction;

/** How a prediction ended. "Nothing found" is a success without labels. */
public enum PredictionStatus {
    SUCCEEDED,
    FAILED
}
