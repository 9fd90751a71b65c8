package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Performs follow-up actions on predictions from stored data, so that any instance can. */
@Component
class PredictionFollowUpActions implements FollowUpActions {

    private final PastPredictions past;
    private final PredictionRequestStore requests;
    private final RepeatPrediction repeat;
    private final Cancellation cancellation;
    private final Outbox outbox;
    private final PictureStore pictures;
    private final AboutText about;
    private final TelegramMessages telegram;

    PredictionFollowUpActions(
            PastPredictions past,
            PredictionRequestStore requests,
            RepeatPrediction repeat,
            Cancellation cancellation,
            Outbox outbox,
            PictureStore pictures,
            AboutText about,
            TelegramMessages telegram) {
        this.past = past;
        this.requests = requests;
        this.repeat = repeat;
        this.cancellation = cancellation;
        this.outbox = outbox;
        this.pictures = pictures;
        this.about = about;
        this.telegram = telegram;
    }

    @Override
    public @Nullable String perform(CallbackData.Recalled callback, Requester asker) {
        return switch (callback) {
            case CallbackData.History() ->
                    say(formatted(past.latest(asker.chatId()), asker), asker);
            case CallbackData.About() -> say(OutgoingText.of(about.in(asker.language())), asker);
            case CallbackData.PageTurn turn -> turn(turn, asker);
            case CallbackData.Cancel(String id) -> cancellation.cancel(id, asker);
            case CallbackData.Show(String id) -> with(id, asker, this::show);
            case CallbackData.Boxes(String id) -> with(id, asker, this::boxes);
            case CallbackData.Original(String id) -> with(id, asker, this::original);
            case CallbackData.Repeat(String id, int percent) ->
                    with(id, asker, (prediction, who) -> again(prediction, percent, who));
        };
    }

    /** What is done about one of the chat's predictions. */
    private interface Deed {
        @Nullable String about(Prediction prediction, Requester asker);
    }

    private @Nullable String with(String predictionId, Requester asker, Deed deed) {
        Prediction prediction = past.find(asker.chatId(), predictionId);
        return prediction == null
                ? asker.language().say("notice.prediction-gone")
                : deed.about(prediction, asker);
    }

    private @Nullable String turn(CallbackData.PageTurn turn, Requester asker) {
        PastPredictions.HistoryPage page = past.beyond(asker.chatId(), turn);
        if (page.predictions().isEmpty()) {
            return asker.language().say("history.end");
        }
        telegram.edit(asker.chatId(), asker.messageId(), formatted(page, asker));
        return null;
    }

    private @Nullable String show(Prediction prediction, Requester asker) {
        DetectionOptions asked = requests.of(prediction.predictionId()).options();
        boolean here = prediction.chatId().equals(asker.chatId());
        put(
                asker,
                here ? prediction.replyTo() : null,
                PredictionReply.content(
                        prediction, new PredictionRequest(asked, asker.language())));
        return null;
    }

    private @Nullable String boxes(Prediction prediction, Requester asker) {
        return say(BoxTable.of(prediction.labels(), asker.language()), asker);
    }

    private @Nullable String original(Prediction prediction, Requester asker) {
        String key = prediction.originalImgPath();
        if (!pictures.hasOriginal(key)) {
            return asker.language().say("notice.original-gone");
        }
        put(
                asker,
                asker.messageId(),
                new OutgoingMessage.Pictures(
                        List.of(new OutgoingMessage.Picture(key, false)),
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

    private String again(Prediction prediction, int percent, Requester asker) {
        PredictionRequest before = requests.of(prediction.predictionId());
        PredictionRequest request =
                new PredictionRequest(
                        new DetectionOptions(percent / 100.0, before.options().classes()),
                        asker.language(),
                        before.picture(),
                        asker.person());
        if (past.find(asker.chatId(), PredictionIds.forRepeat(prediction, request)) != null) {
            return asker.language().say("notice.answered");
        }
        boolean asked = repeat.ask(prediction, request);
        return asker.language().say(asked ? "notice.looking" : "notice.original-gone");
    }

    private @Nullable String say(OutgoingText saying, Requester asker) {
        put(asker, asker.replyTo(), OutgoingMessage.Text.of(saying));
        return null;
    }

    private void put(Requester asker, @Nullable Integer replyTo, OutgoingMessage.Content content) {
        outbox.put(new OutgoingMessage(asker.chatId(), replyTo, asker.cause(), content));
    }

    private OutgoingText formatted(PastPredictions.HistoryPage page, Requester asker) {
        return HistoryFormatter.of(page, id -> requests.of(id).options(), asker.language());
    }
}
