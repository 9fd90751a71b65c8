package dev.polybot.detector.job;

import dev.polybot.model.prediction.Prediction;

import java.util.Optional;

/** Repository of ended predictions. */
public interface Predictions {

    Optional<Prediction> find(String predictionId);

    /**
     * Keeps the prediction if none of its id is kept yet.
     *
     * @return whether it was the first
     */
    boolean putIfAbsent(Prediction prediction);
}
