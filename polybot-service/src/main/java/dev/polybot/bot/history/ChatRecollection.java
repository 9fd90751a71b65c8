package dev.polybot.bot.history;

import dev.polybot.bot.buttons.Keyboard;
import dev.polybot.bot.buttons.Wish;
import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.predictions.Question;
import dev.polybot.bot.predictions.Questions;
import dev.polybot.bot.predictions.ReplySender;
import dev.polybot.bot.predictions.SecondLook;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.Saying;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recalls from the table and the bucket, so that it makes no difference which instance is asked. */
@Component
class ChatRecollection implements Recollection {

    private final PastPredictions past;
    private final Questions questions;
    private final SecondLook secondLook;
    private final ReplySender replies;
    private final PictureStore pictures;
    private final SelfDescription self;
    private final BotApi telegram;

    ChatRecollection(
            PastPredictions past,
            Questions questions,
            SecondLook secondLook,
            ReplySender replies,
            PictureStore pictures,
            SelfDescription self,
            BotApi telegram) {
        this.past = past;
        this.questions = questions;
        this.secondLook = secondLook;
        this.replies = replies;
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
                    say(Saying.of(self.to(past.latest(asker.chatId()), asker.language())), asker);
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
        replies.send(prediction, new Question(asked, asker.language()));
        return null;
    }

    private @Nullable String boxes(Prediction prediction, Asker asker) {
        return say(BoxTable.of(prediction.labels(), asker.language()), asker);
    }

    private @Nullable String original(Prediction prediction, Asker asker) {
        String key = prediction.originalImgPath();
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            if (!pictures.fetchOriginal(key, picture.file())) {
                return asker.language().say("notice.original-gone");
            }
            telegram.sendFile(
                    asker.chatId(),
                    picture.file(),
                    "original" + extension(key),
                    "",
                    asker.messageId(),
                    Keyboard.NONE);
            return null;
        }
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

    private @Nullable String say(Saying saying, Asker asker) {
        telegram.say(asker.chatId(), saying, asker.replyTo());
        return null;
    }
}
