package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.waiting.WaitingRequest;
import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was asked about a picture, in which language and by whom.
 *
 * @param language in which they want the answer
 * @param picture what Telegram knows the picture by; empty where that is not known
 * @param person who wants it, as Telegram numbers people; 0 when that is not known
 */
public record PredictionRequest(
        DetectionOptions options, Language language, String picture, long person) {
    /** A question about a picture that is known by its message alone. */
    public PredictionRequest(DetectionOptions options, Language language) {
        this(options, language, "", 0);
    }

    /** What is taken to be asked where nobody noted it, as for a job that came straight into the queue. */
    public static final PredictionRequest DEFAULT =
            new PredictionRequest(DetectionOptions.DEFAULT, Language.ENGLISH);

    /**
     * The same, while its predictions are waited for.
     *
     * @param id of its prediction, or of the album's predictions together
     */
    WaitingRequest waitingFor(
            String id, String chatId, @Nullable Integer replyTo, List<String> predictions) {
        return new WaitingRequest(id, chatId, replyTo, language, person, predictions);
    }
}
