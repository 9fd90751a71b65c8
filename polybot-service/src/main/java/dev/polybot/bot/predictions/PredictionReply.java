package dev.polybot.bot.predictions;

import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says a prediction's result to a chat: the text and the annotated picture. */
final class PredictionReply {

    static final String FILE_NAME = "prediction.jpg";

    static final String FAILED =
            "I could not look at this picture, and I do not know why. Please send it once more.";

    /** A notice that is longer than this is none. */
    private static final int MAX_NOTICE = 200;

    private PredictionReply() {}

    /** The key of the picture that the answer shows; null when there is none to show. */
    static @Nullable String pictureOf(Prediction prediction) {
        return prediction.status() == PredictionStatus.FAILED
                ? null
                : prediction.predictedImgPath();
    }

    /** It as content of a message: with its picture if there is one, else words alone. */
    static OutgoingMessage.Ready content(Prediction prediction, PredictionRequest request) {
        String words = words(prediction, request);
        String picture = pictureOf(prediction);
        Keyboard buttons = PredictionButtons.below(prediction, request);
        return picture == null
                ? OutgoingMessage.Text.of(new OutgoingText(words, null, buttons))
                : new OutgoingMessage.Pictures(
                        List.of(new OutgoingMessage.Picture(picture, true)),
                        FILE_NAME,
                        words,
                        false,
                        OutgoingMessage.ButtonData.rows(buttons),
                        words);
    }

    /** With what was asked for where that was not the usual: another threshold or only some classes. */
    private static String words(Prediction prediction, PredictionRequest request) {
        Language language = request.language();
        String words = text(prediction, language) + notice(prediction.model(), language);
        return prediction.status() == PredictionStatus.FAILED
                        || request.options().equals(DetectionOptions.DEFAULT)
                ? words
                : language.say("asked", words, CaptionFormatter.of(request.options()));
    }

    /** What came of it, in a sentence. */
    static String text(Prediction prediction, Language language) {
        if (prediction.status() != PredictionStatus.FAILED) {
            return Summary.of(prediction.labels(), language);
        }
        Failure failure = prediction.failure();
        return failure == null
                ? language.say("failed")
                : ConversationReplies.failure(failure, language);
    }

    /** What the model wants to be said below its answers; empty for nothing. */
    static String notice(@Nullable ModelInfo model, Language language) {
        if (model == null || model.notice() == null || model.notice().isBlank()) {
            return "";
        }
        String notice = language.translate("notice." + model.name(), model.notice());
        return notice.length() > MAX_NOTICE ? "" : "\n\n" + notice;
    }
}
