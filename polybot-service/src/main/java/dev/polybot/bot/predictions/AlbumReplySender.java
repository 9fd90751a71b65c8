package dev.polybot.bot.predictions;

import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.telegram.AlbumSender;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.model.prediction.Prediction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;

import java.util.ArrayList;
import java.util.List;

/** Sends the answer to predictions that were asked for together: their pictures as one album, and a line about each. */
@Component
class AlbumReplySender {

    private static final Logger log = LoggerFactory.getLogger(AlbumReplySender.class);
    private static final String FILE_NAME = "prediction.jpg";

    private final PredictionRepository predictions;
    private final PictureStore pictures;
    private final AlbumSender sender;
    private final BotApi telegram;

    AlbumReplySender(
            PredictionRepository predictions,
            PictureStore pictures,
            AlbumSender sender,
            BotApi telegram) {
        this.predictions = predictions;
        this.pictures = pictures;
        this.sender = sender;
        this.telegram = telegram;
    }

    void send(AlbumRun run) {
        List<TemporaryPicture> annotated = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        AlbumSummary summary = new AlbumSummary(run.language());
        try {
            for (int number : run.numbers()) {
                String id = new AlbumPart(run.id(), number).predictionId();
                Prediction prediction = predictions.find(id);
                if (prediction == null) {
                    summary.add(number, refusal(run, number));
                    continue;
                }
                summary.add(number, prediction);
                String key = Answer.to(prediction, run.language()).pictureKey();
                if (key != null && fetch(key, annotated)) {
                    shown.add(id);
                }
            }
            noteSent(shown, send(run, annotated, summary.text()));
        } finally {
            annotated.forEach(TemporaryPicture::close);
        }
    }

    private static String refusal(AlbumRun run, int number) {
        String sentence = run.refused().get(number);
        return sentence == null ? run.language().say("failed") : sentence;
    }

    private boolean fetch(String key, List<TemporaryPicture> annotated) {
        TemporaryPicture picture = TemporaryPicture.create();
        annotated.add(picture);
        if (pictures.fetchAnnotated(key, picture.file())) {
            return true;
        }
        annotated.removeLast().close();
        return false;
    }

    private List<Integer> send(AlbumRun run, List<TemporaryPicture> annotated, String text) {
        return annotated.isEmpty()
                ? List.of(telegram.say(run.chatId(), text, run.replyTo()))
                : sender.send(
                        run.chatId(),
                        annotated.stream().map(TemporaryPicture::file).toList(),
                        FILE_NAME,
                        text,
                        run.replyTo());
    }

    /** For the record: which of the messages shows which prediction. */
    private void noteSent(List<String> shown, List<Integer> messages) {
        try {
            for (int i = 0; i < shown.size(); i++) {
                predictions.replySent(shown.get(i), messages.get(i));
            }
        } catch (SdkException e) {
            log.warn("An album is answered but its predictions are not noted as such");
        }
    }
}
