package dev.polybot.bot.predictions;

import dev.polybot.bot.storage.Digest;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

/**
 * Names predictions. The name follows from what was asked, so that an update that Telegram tells again, or a message that a
 * queue delivers again, finds the work already there instead of doing it twice. It is a digest because it becomes part of S3
 * keys and of addresses, where a chat's number has no place.
 */
final class PredictionIds {

    private static final int LENGTH = 32;

    private PredictionIds() {}

    /** A corrected caption that asks for something else is something new, and so is another photo in the place of the first. */
    static String forMessage(long chatId, int messageId, Question question) {
        return digest("telegram:%d:%d:%s".formatted(chatId, messageId, asked(question)));
    }

    /** The same as if the message that the first prediction answers had asked for it, where there is one. */
    static String forSecondLook(Prediction first, Question question) {
        Integer message = first.replyTo();
        return digest(
                message == null
                        ? "picture:%s:%s:%s"
                                .formatted(first.chatId(), first.originalImgPath(), asked(question))
                        : "telegram:%s:%d:%s".formatted(first.chatId(), message, asked(question)));
    }

    private static String asked(Question question) {
        return question.options().canonical() + ':' + question.picture();
    }

    /** What the names of an album's predictions begin with. */
    static String forAlbum(String name, DetectionOptions options) {
        return digest("album:%s:%s".formatted(name, options.canonical()));
    }

    private static String digest(String text) {
        return Digest.of(text).substring(0, LENGTH);
    }
}
