package dev.polybot.bot.predictions;

import dev.polybot.bot.storage.Sha256;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

/**
 * Creates and derives the ids of predictions. The name follows from what was asked, so that an update that Telegram tells
 * again, or a message that a queue delivers again, finds the work already there instead of doing it twice. It is a digest
 * because it becomes part of S3 keys and of addresses, where a chat's number has no place.
 */
final class PredictionIds {

    private static final int LENGTH = 32;

    private PredictionIds() {}

    /** A corrected caption that asks for something else is something new, and so is another photo in the place of the first. */
    static String forMessage(long chatId, int messageId, PredictionRequest request) {
        return digest("telegram:%d:%d:%s".formatted(chatId, messageId, asked(request)));
    }

    /** The same as if the message that the first prediction answers had asked for it, where there is one. */
    static String forRepeat(Prediction first, PredictionRequest request) {
        Integer message = first.replyTo();
        return digest(
                message == null
                        ? "picture:%s:%s:%s"
                                .formatted(first.chatId(), first.originalImgPath(), asked(request))
                        : "telegram:%s:%d:%s".formatted(first.chatId(), message, asked(request)));
    }

    /** Of another try at one that was given up. */
    static String forRetry(String predictionId) {
        return digest("retry:" + predictionId);
    }

    private static String asked(PredictionRequest request) {
        return request.options().canonical() + ':' + request.picture();
    }

    /** What the names of an album's predictions begin with. */
    static String forAlbum(String name, DetectionOptions options) {
        return digest("album:%s:%s".formatted(name, options.canonical()));
    }

    private static String digest(String text) {
        return Sha256.hex(text).substring(0, LENGTH);
    }
}
