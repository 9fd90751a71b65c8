package dev.polybot.bot.predictions;

import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.PictureSender;
import dev.polybot.model.prediction.Prediction;

import org.springframework.stereotype.Component;

/** Sends an answer: with its picture if there is one, else words alone. */
@Component
class ReplySender {

    private static final String FILE_NAME = "prediction.jpg";

    private final BotApi telegram;
    private final PictureSender sender;
    private final PictureStore pictures;

    ReplySender(BotApi telegram, PictureSender sender, PictureStore pictures) {
        this.telegram = telegram;
        this.sender = sender;
        this.pictures = pictures;
    }

    /** Returns the number of the message that the answer became. */
    int send(Prediction prediction, Question question) {
        Answer answer = Answer.to(prediction, question.language());
        String key = answer.pictureKey();
        if (key == null) {
            return say(prediction, answer);
        }
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            return pictures.fetchAnnotated(key, picture.file())
                    ? sender.send(
                            prediction.chatId(),
                            picture.file(),
                            FILE_NAME,
                            answer.text(),
                            prediction.replyTo())
                    : say(prediction, answer);
        }
    }

    private int say(Prediction prediction, Answer answer) {
        return telegram.say(prediction.chatId(), answer.text(), prediction.replyTo());
    }
}
