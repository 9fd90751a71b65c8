package dev.polybot.bot.rest;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.predictions.Summary;
import dev.polybot.bot.waiting.PlaceInQueue;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Dimensions;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON of a prediction. What is not known yet is left out.
 *
 * @param place among those that wait, 1 for the next; at most, since nobody knows exactly
 * @param threshold the least confidence that was told of
 * @param timings milliseconds
 */
record PredictionView(
        String id,
        @Nullable String name,
        String status,
        @Nullable Integer place,
        @Nullable String submittedAt,
        @Nullable String completedAt,
        @Nullable Dimensions picture,
        @Nullable String summary,
        @Nullable List<LabelView> labels,
        @Nullable Double threshold,
        @Nullable Map<String, Long> timings,
        @Nullable ModelInfo model,
        @Nullable FailureView failure,
        LinksView links) {

    record LinksView(String self, @Nullable String annotated, String original, String events) {

        static LinksView of(String id, boolean annotated) {
            String self = PredictionsController.PATH + '/' + id;
            return new LinksView(
                    self,
                    annotated ? self + "/image?variant=annotated" : null,
                    self + "/image?variant=original",
                    self + "/events");
        }
    }

    record FailureView(String code, String message) {}

    static PredictionView of(CallerPredictions.Progress progress) {
        return switch (progress) {
            case CallerPredictions.Progress.Queued(Submission submission) -> of(submission);
            case CallerPredictions.Progress.Ended(Prediction prediction) -> of(prediction);
        };
    }

    static PredictionView of(Submission submission) {
        return queued(
                submission.id(),
                submission.name(),
                null,
                submission.submittedAt().toString(),
                LinksView.of(submission.id(), false));
    }

    private static PredictionView queued(
            String id,
            @Nullable String name,
            @Nullable Integer place,
            @Nullable String submittedAt,
            LinksView links) {
        return new PredictionView(
                id,
                name,
                "queued",
                place,
                submittedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                links);
    }

    static PredictionView of(Prediction prediction) {
        boolean succeeded = prediction.status() == PredictionStatus.SUCCEEDED;
        var submittedAt = prediction.submittedAt();
        var failure = prediction.failure();
        return new PredictionView(
                prediction.predictionId(),
                prediction.name(),
                prediction.status().name().toLowerCase(Locale.ROOT),
                null,
                submittedAt == null ? null : submittedAt.toString(),
                completedAt(prediction).toString(),
                prediction.picture(),
                succeeded ? Summary.of(prediction.labels(), Language.ENGLISH) : null,
                succeeded
                        ? prediction.labels().stream()
                                .map(label -> LabelView.of(label, prediction.picture()))
                                .toList()
                        : null,
                prediction.threshold(),
                new TreeMap<>(prediction.timings()),
                prediction.model(),
                failure == null ? null : new FailureView(failure.code().name(), failure.sentence()),
                LinksView.of(prediction.predictionId(), prediction.predictedImgPath() != null));
    }

    /** The same, with its place in the queue, where that is known. */
    PredictionView at(PlaceInQueue inQueue) {
        return inQueue.isKnown() && !ended()
                ? queued(id, name, inQueue.number(), submittedAt, links)
                : this;
    }

    /** Never before it was asked for, whatever the clocks of two machines say. */
    private static Instant completedAt(Prediction prediction) {
        Instant submitted = prediction.submittedAt();
        return submitted != null && submitted.isAfter(prediction.time())
                ? submitted
                : prediction.time();
    }

    /** Whether nothing will change any more. */
    boolean ended() {
        return completedAt != null;
    }
}
