package dev.polybot.bot.predictions;

import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.jspecify.annotations.Nullable;

/**
 * What the user is told of a prediction.
 *
 * @param pictureKey the annotated picture's S3 key; null when there is none to show
 */
record Answer(String text, @Nullable String pictureKey) {

    static final String FAILED =
            "I could not look at this picture, and I do not know why. Please send it once more.";

    /** A notice that is longer than this is none. */
    private static final int MAX_NOTICE = 200;

    static Answer to(Prediction prediction) {
        if (prediction.status() == PredictionStatus.FAILED) {
            Failure failure = prediction.failure();
            return new Answer(failure == null ? FAILED : failure.sentence(), null);
        }
        return new Answer(
                Summary.of(prediction.labels()) + notice(prediction.model()),
                prediction.predictedImgPath());
    }

    private static String notice(@Nullable ModelInfo model) {
        String notice = model == null ? null : model.notice();
        return notice == null || notice.isBlank() || notice.length() > MAX_NOTICE
                ? ""
                : "\n\n" + notice;
    }
}
