package dev.polybot.detector.job;

import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.pictures.PictureRejectedException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything around a job, in memory. */
final class World implements Originals, ResultFiles, Predictions, ResultPublisher, StageRecorder {

    final Map<String, byte[]> originals = new HashMap<>();
    final Map<String, byte[]> pictures = new HashMap<>();
    final Map<String, String> documents = new HashMap<>();
    final Map<String, Prediction> predictions = new HashMap<>();
    final List<ResultMessage> told = new ArrayList<>();
    final List<Map<Stage, Duration>> recorded = new ArrayList<>();
    int fetched;

    /** What another worker stores in the moment before this one does. */
    Optional<Prediction> rival = Optional.empty();

    @Override
    public byte[] fetch(String key) {
        fetched++;
        byte[] file = originals.get(key);
        if (file == null) {
            throw PictureRejectedException.missing();
        }
        return file;
    }

    @Override
    public void storePicture(String key, byte[] jpeg) {
        pictures.put(key, jpeg);
    }

    @Override
    public void storeDocument(String key, String json) {
        documents.put(key, json);
    }

    @Override
    public Optional<Prediction> find(String predictionId) {
        return Optional.ofNullable(predictions.get(predictionId));
    }

    @Override
    public boolean putIfAbsent(Prediction prediction) {
        rival.ifPresent(other -> predictions.put(other.predictionId(), other));
        return predictions.putIfAbsent(prediction.predictionId(), prediction) == null;
    }

    @Override
    public void tell(ResultMessage result) {
        told.add(result);
    }

    @Override
    public void record(Stopwatch stopwatch) {
        recorded.add(stopwatch.times());
    }
}
