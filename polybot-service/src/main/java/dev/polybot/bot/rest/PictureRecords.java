package dev.polybot.bot.rest;

import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** What is known of callers' pictures. Of other callers' there is nothing here, not even that they exist. */
public final class PictureRecords {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final EndedPredictions predictions;
    private final Submissions submissions;

    public PictureRecords(EndedPredictions predictions, Submissions submissions) {
        this.predictions = predictions;
        this.submissions = submissions;
    }

    /** How far a caller's picture has come. */
    public Progress find(String owner, String id) {
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
        Submissions.Known known = submissions.find(id);
        if (known == null || !known.submission().owner().equals(owner)) {
            throw notFound();
        }
        return new Progress.Queued(known.submission());
    }

    /** The caller's pictures that have been looked at, the latest first. */
    public EndedPredictions.Page list(String owner, @Nullable PagePosition after, int limit) {
        return predictions.ofChat(owner, after, limit);
    }

    private static ProblemException notFound() {
        return Problem.of(
                        ProblemKind.NOT_FOUND,
                        "You have no prediction of this id; they are kept for a month.")
                .asException();
    }
}
