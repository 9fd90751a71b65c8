package dev.polybot.bot.predictions;

import dev.polybot.bot.pictures.PictureShape;
import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.model.prediction.Prediction;

import org.springframework.stereotype.Component;

import java.nio.file.Path;

/** Sends an answer in the form that Telegram takes: a photo, else a file, else words alone. */
@Component
class ReplySender {

    private static final String FILE_NAME = "prediction.jpg";

    private final BotApi telegram;
    private final PictureStore pictures;

    ReplySender(BotApi telegram, PictureStore pictures) {
        this.telegram = telegram;
        this.pictures = pictures;
    }

    /** Returns the number of the message that the answer became. */
    int send(Prediction prediction, Answer answer) {
        String key = answer.pictureKey();
        if (key == null) {
            return say(prediction, answer);
        }
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            return pictures.fetchAnnotated(key, picture.file())
                    ? show(prediction, answer, picture.file())
                    : say(prediction, answer);
        }
    }

    private int show(Prediction prediction, Answer answer, Path picture) {
        PictureShape shape = PictureShape.of(picture);
        if (shape == null || !shape.fitsPhoto()) {
            return sendFile(prediction, answer, picture);
        }
        try {
            return telegram.sendPhoto(
                    prediction.chatId(), picture, answer.text(), prediction.replyTo());
        } catch (TelegramException.Refused e) {
            if (e.becauseOfThePicture()) {
                return sendFile(prediction, answer, picture);
            }
            throw e;
        }
    }

    private int sendFile(Prediction prediction, Answer answer, Path picture) {
        return telegram.sendFile(
                prediction.chatId(), picture, FILE_NAME, answer.text(), prediction.replyTo());
    }

    private int say(Prediction prediction, Answer answer) {
        return telegram.say(prediction.chatId(), answer.text(), prediction.replyTo());
    }
}
