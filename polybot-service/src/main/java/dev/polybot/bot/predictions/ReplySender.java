package dev.polybot.bot.predictions;

import dev.polybot.bot.buttons.Keyboard;
import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.PictureSender;
import dev.polybot.bot.telegram.Saying;
import dev.polybot.model.prediction.Prediction;

import org.springframework.stereotype.Component;

/** Sends an answer: with its picture if there is one, else words alone. */
@Component
public class ReplySender {

    private static final String FILE_NAME = "prediction.jpg";

    private final BotApi telegram;
    private final PictureSender sender;
    private final PictureStore pictures;

    public ReplySender(BotApi telegram, PictureSender sender, PictureStore pictures) {
        this.telegram = telegram;
        this.sender = sender;
        this.pictures = pictures;
    }

    /** Returns the number of the message that the answer became. */
    public int send(Prediction prediction, Question question) {
        Answer answer = Answer.to(prediction, question.language());
        Keyboard buttons = PredictionButtons.below(prediction, question);
        String key = answer.pictureKey();
        if (key == null) {
            return say(prediction, answer, buttons);
        }
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            return pictures.fetchAnnotated(key, picture.file())
                    ? sender.send(
                            prediction.chatId(),
                            picture.file(),
                            FILE_NAME,
                            answer.text(),
                            prediction.replyTo(),
                            buttons)
                    : say(prediction, answer, buttons);
        }
    }

    private int say(Prediction prediction, Answer answer, Keyboard buttons) {
        return telegram.say(
                prediction.chatId(),
                new Saying(answer.text(), null, buttons),
                prediction.replyTo());
    }
}
