package dev.polybot.bot.rest;

import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.storage.ObjectKeys;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Finds and deletes a caller's submissions together with their predictions and pictures. Of other callers' there is nothing here,
 * not even that they exist.
 */
final class CallerPredictions {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final PredictionStore predictions;
    private final Submissions submissions;
    private final PictureStore pictures;
    private final ObjectKeys keys;

    CallerPredictions(RestConfiguration.Dependencies parts) {
        this.predictions = parts.predictions();
        this.submissions = parts.submissions();
        this.pictures = parts.pictures();
        this.keys = parts.objectKeys();
    }

    /** How far a picture has come. */
    sealed interface Progress {

        /** Its detector has not come to it, or not to its end. */
        record Queued(Submission submission) implements Progress {}

        /** It has been looked at, with whatever success. */
        record Ended(Prediction prediction) implements Progress {}
    }

    /** How far a caller's picture has come. */
    Progress find(String owner, String id) {
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        Prediction prediction = predictions.find(id);
        if (prediction != null) {
            if (!prediction.chatId().equals(owner)) {
                throw notFound();
            }
            return new Progress.Ended(prediction);
        }
        Submission submission = submissions.find(id);
        if (submission == null || !submission.owner().equals(owner)) {
            throw notFound();
        }
        return new Progress.Queued(submission);
    }

    /**
     * Forgets a caller's picture, its pictures before its record: what fails halfway can be asked for again. What a detector has
     * still to do stays, since it would bring back what was deleted.
     */
    void delete(String owner, String id) {
        if (!(find(owner, id) instanceof Progress.Ended(Prediction prediction))) {
            throw notFinished();
        }
        pictures.deleteOriginal(prediction.originalImgPath());
        String annotated = prediction.predictedImgPath();
        if (annotated != null) {
            pictures.deleteResult(annotated);
        }
        pictures.deleteResult(keys.resultDocument(prediction.chatId(), id));
        submissions.delete(id);
        predictions.delete(id);
    }

    /** Nobody has looked at it yet. */
    static ProblemException notFinished() {
        return ProblemException.of(
                        ProblemKind.NOT_FINISHED,
                        "Nobody has looked at the picture yet. Ask again in a moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                ProblemKind.NOT_FOUND,
                "You have no prediction of this id; they are kept for a month.");
    }
}
