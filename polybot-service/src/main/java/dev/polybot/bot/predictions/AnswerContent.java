package dev.polybot.bot.predictions;

import dev.polybot.bot.outbox.OutgoingButton;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.outbox.Parcel;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.model.prediction.Prediction;

import java.util.List;

/** The answer to a prediction as something to say once more: with its picture if there is one, else words alone. */
public final class AnswerContent {

    private AnswerContent() {}

    public static OutgoingMessage.Content of(Prediction prediction, PredictionRequest request) {
        Answer answer = Answer.to(prediction, request);
        OutgoingText said =
                new OutgoingText(answer.text(), null, PredictionButtons.below(prediction, request));
        String key = answer.pictureKey();
        return key == null
                ? OutgoingMessage.Text.of(said)
                : new OutgoingMessage.Pictures(
                        List.of(new Parcel.Picture(key, true)),
                        Answer.FILE_NAME,
                        answer.text(),
                        false,
                        OutgoingButton.rows(said.buttons()),
                        answer.text());
    }
}
