package dev.polybot.bot.history;

import dev.polybot.bot.buttons.Wish;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.outbox.Parcel;
import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.predictions.AnswerContent;
import dev.polybot.bot.predictions.Question;
import dev.polybot.bot.predictions.Questions;
import dev.polybot.bot.predictions.SecondLook;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Recalls from the table and the bucket, so that it makes no difference which instance is asked. */
@Component
class ChatRecollection implements Recollection {

    private final PastPredictions past;
    private final Questions questions;
    private final SecondLook secondLook;
    private final Outbox outbox;
    private final PictureStore pictures;
    private final SelfDescription self;
    private final BotApi telegram;

    ChatRecollection(
            PastPredictions past,
            Questions questions,
            SecondLook secondLook,
            Outbox outbox,
            PictureStore pictures,
            SelfDescription self,
            BotApi telegram) {
        this.past = past;
        this.questions = questions;
        this.secondLook = secondLook;
        this.outbox = outbox;
        this.pictures = pictures;
        this.self = self;
        this.telegram = telegram;
    }

    @Override
    public @Nullable String recall(Wish wish, Asker asker) {
        return switch (wish) {
            case Wish.History() ->
                    say(HistoryPage.of(past.latest(asker.chatId()), asker.language()), asker);
            case Wish.About() ->
                    say(
                            OutgoingText.of(self.to(past.latest(asker.chatId()), asker.language())),
                            asker);
            case Wish.Turn turn -> turn(turn, asker);
            case Wish.Show(String id) -> about(id, asker, this::show);
            case Wish.Boxes(String id) -> about(id, asker, this::boxes);
            case Wish.Original(String id) -> about(id, asker, this::original);
            case Wish.Again(String id, int percent) ->
                    about(id, asker, (prediction, who) -> again(prediction, percent, who));
            case Wish.Help _, Wish.Do _ -> asker.language().say("notice.stale");
        };
    }

    private interface Deed {
        @Nullable String about(Prediction prediction, Asker asker);
    }

    private @Nullable String about(String predictionId, Asker asker, Deed deed) {
        Prediction prediction = past.find(asker.chatId(), predictionId);
        return prediction == null
                ? asker.language().say("notice.prediction-gone")
                : deed.about(prediction, asker);
    }

    private @Nullable String turn(Wish.Turn turn, Asker asker) {
        Stretch stretch = past.beyond(asker.chatId(), turn);
        if (stretch.predictions().isEmpty()) {
            return asker.language().say("history.end");
        }
        telegram.edit(asker.chatId(), asker.messageId(), HistoryPage.of(stretch, asker.language()));
        return null;
    }

    private @Nullable String show(Prediction prediction, Asker asker) {
        DetectionOptions asked = questions.of(prediction.predictionId()).options();
        put(
                asker,
                prediction.replyTo(),
                AnswerContent.of(prediction, new Question(asked, asker.language())));
        return null;
    }

    private @Nullable String boxes(Prediction prediction, Asker asker) {
        return say(BoxTable.of(prediction.labels(), asker.language()), asker);
    }

    private @Nullable String original(Prediction prediction, Asker asker) {
        String key = prediction.originalImgPath();
        if (!pictures.hasOriginal(key)) {
            return asker.language().say("notice.original-gone");
        }
        put(
                asker,
                asker.messageId(),
                new OutgoingMessage.Pictures(
                        List.of(new Parcel.Picture(key, false)),
                        "original" + extension(key),
                        null,
                        true,
                        null,
                        asker.language().say("notice.original-gone")));
        return null;
    }

    private static String extension(String key) {
        return key.matches(".*\\.[A-Za-z0-9]{1,5}") ? key.substring(key.lastIndexOf('.')) : ".jpg";
    }

    private String again(Prediction prediction, int percent, Asker asker) {
        DetectionOptions before = questions.of(prediction.predictionId()).options();
        Question question =
                new Question(
                        new DetectionOptions(percent / 100.0, before.classes()), asker.language());
        if (past.find(asker.chatId(), secondLook.idOf(prediction, question)) != null) {
            return asker.language().say("notice.answered");
        }
        boolean asked = secondLook.ask(prediction, question);
        return asker.language().say(asked ? "notice.looking" : "notice.original-gone");
    }

    private @Nullable String say(OutgoingText saying, Asker asker) {
        put(asker, asker.replyTo(), OutgoingMessage.Text.of(saying));
        return null;
    }

    private void put(Asker asker, @Nullable Integer replyTo, OutgoingMessage.Content content) {
        outbox.put(new OutgoingMessage(asker.chatId(), replyTo, asker.cause(), content));
    }
}
