package dev.polybot.model.prediction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An ended prediction, as it is kept in the table and, as JSON, beside the annotated picture.
 *
 * @param originalImgPath the original's S3 key
 * @param predictedImgPath the annotated picture's S3 key; null when there is none
 * @param labels what was found, the most confident first
 * @param time when it ended
 * @param failure why it failed; null when it did not
 * @param model what found it; null when it failed before a model saw the picture
 * @param timings milliseconds spent in each stage, by the stage's name
 * @param replyTo the Telegram message that the answer replies to; null for none
 * @param name what its sender calls the picture; null when it has no name
 * @param submittedAt when it was asked for; null when its sender did not say
 * @param picture the picture's size, to which the labels' fractions refer; null when it was never decoded
 * @param threshold the least confidence that was told of; null when nobody noted it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(
        String predictionId,
        String chatId,
        String originalImgPath,
        @Nullable String predictedImgPath,
        List<Label> labels,
        Instant time,
        PredictionStatus status,
        @Nullable Failure failure,
        @Nullable ModelInfo model,
        Map<String, Long> timings,
        @Nullable Integer replyTo,
        @Nullable String name,
        @Nullable Instant submittedAt,
        @Nullable Dimensions picture,
        @Nullable Double threshold) {

    public Prediction {
        labels = List.copyOf(labels);
        timings = Map.copyOf(timings);
    }

    /** A prediction whose threshold nobody noted. */
    public Prediction(
            String predictionId,
            String chatId,
            String originalImgPath,
            @Nullable String predictedImgPath,
            List<Label> labels,
            Instant time,
            PredictionStatus status,
            @Nullable Failure failure,
            @Nullable ModelInfo model,
            Map<String, Long> timings,
            @Nullable Integer replyTo,
            @Nullable String name,
            @Nullable Instant submittedAt,
            @Nullable Dimensions picture) {
        this(
                predictionId,
                chatId,
                originalImgPath,
                predictedImgPath,
                labels,
                time,
                status,
                failure,
                model,
                timings,
                replyTo,
                name,
                submittedAt,
                picture,
                null);
    }

    /** A prediction of a picture of which no more is known. */
    public Prediction(
            String predictionId,
            String chatId,
            String originalImgPath,
            @Nullable String predictedImgPath,
            List<Label> labels,
            Instant time,
            PredictionStatus status,
            @Nullable Failure failure,
            @Nullable ModelInfo model,
            Map<String, Long> timings,
            @Nullable Integer replyTo) {
        this(
                predictionId,
                chatId,
                originalImgPath,
                predictedImgPath,
                labels,
                time,
                status,
                failure,
                model,
                timings,
                replyTo,
                null,
                null,
                null,
                null);
    }

    /** The same, as its sender asked for it: under that name, at that time. */
    public Prediction askedFor(@Nullable String pictureName, @Nullable Instant askedAt) {
        return new Prediction(
                predictionId,
                chatId,
                originalImgPath,
                predictedImgPath,
                labels,
                time,
                status,
                failure,
                model,
                timings,
                replyTo,
                pictureName,
                askedAt,
                picture,
                threshold);
    }

    /** The same, with nothing told of that was less certain than this. */
    public Prediction withThreshold(@Nullable Double least) {
        return new Prediction(
                predictionId,
                chatId,
                originalImgPath,
                predictedImgPath,
                labels,
                time,
                status,
                failure,
                model,
                timings,
                replyTo,
                name,
                submittedAt,
                picture,
                least);
    }

    /** How long it took from the question to its end; zero when its sender did not say when that was. */
    public Duration took() {
        return submittedAt == null || submittedAt.isAfter(time)
                ? Duration.ZERO
                : Duration.between(submittedAt, time);
    }

    /** Whether whoever asked wanted to wait no longer. */
    @JsonIgnore
    public boolean isCancelled() {
        return failure != null && failure.code() == FailureCode.CANCELLED;
    }

    /** A prediction that ended without a result. */
    public static Prediction failed(
            String predictionId,
            String chatId,
            String originalImgPath,
            Failure failure,
            Instant time,
            Map<String, Long> timings,
            @Nullable Integer replyTo) {
        return new Prediction(
                predictionId,
                chatId,
                originalImgPath,
                null,
                List.of(),
                time,
                PredictionStatus.FAILED,
                failure,
                null,
                timings,
                replyTo);
    }
}
