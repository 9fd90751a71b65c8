package dev.polybot.bot.actions;

import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Incoming;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.outbox.OutgoingPictureUpload;
import dev.polybot.bot.predictions.FollowUpActions;
import dev.polybot.bot.predictions.FormerChats;
import dev.polybot.bot.predictions.PredictionRequest;
import dev.polybot.bot.predictions.Submitter;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Executes the actions that the conversation decides on: mostly it puts the answer into the outbox. */
@Component
public class ActionExecutor {

    private static final String FILTERED_NAME = "filtered.jpg";

    private final TelegramMessages telegram;
    private final Outbox outbox;
    private final OutgoingPictureUpload pictures;
    private final Submitter submitter;
    private final FilterService filterService;
    private final FollowUpActions history;
    private final FormerChats formerChats;

    /** Where an effect takes place: the message that is acted on, and who is told. */
    private record Place(long chatId, int messageId, Sender sender, boolean pressed, String cause) {

        Place at(int otherMessage) {
            return new Place(chatId, otherMessage, sender, pressed, cause);
        }

        String chat() {
            return Long.toString(chatId);
        }

        Language language() {
            return sender.language();
        }

        /** Below which message something is said: among others it shows whom it answers, a button what it is about. */
        @Nullable Integer replyTo() {
            return sender.inGroup() || pressed ? messageId : null;
        }

        FollowUpActions.Requester asker() {
            return new FollowUpActions.Requester(
                    chat(), messageId, replyTo(), language(), sender.person(), cause);
        }
    }

    public ActionExecutor(
            TelegramMessages telegram,
            Outbox outbox,
            OutgoingPictureUpload pictures,
            Submitter submitter,
            FilterService filterService,
            FollowUpActions history,
            FormerChats formerChats) {
        this.telegram = telegram;
        this.outbox = outbox;
        this.pictures = pictures;
        this.submitter = submitter;
        this.filterService = filterService;
        this.history = history;
        this.formerChats = formerChats;
    }

    /**
     * Does it.
     *
     * @param cause what it is known by: the same cause again is said once
     * @return what whoever pressed a button is shown for a moment; null for nothing
     */
    public @Nullable String perform(Incoming incoming, Action.Single action, String cause) {
        return perform(
                new Place(
                        incoming.chatId(),
                        incoming.messageId(),
                        incoming.sender(),
                        incoming instanceof ButtonPress,
                        cause),
                action);
    }

    /** Whoever pressed a button no longer waits. Messages need no such thing. */
    public void settle(Incoming incoming, @Nullable String notice) {
        if (incoming instanceof ButtonPress press) {
            telegram.answerPress(press.callbackQueryId(), notice);
        }
    }

    private @Nullable String perform(Place place, Action.Single action) {
        switch (action) {
            case Action.Say(String text, Keyboard buttons) -> say(place, text, buttons);
            case Action.Reply(String text, Keyboard buttons) -> reply(place, text, buttons);
            case Action.Replace(String text, Keyboard buttons) ->
                    telegram.edit(
                            place.chat(), place.messageId(), new OutgoingText(text, null, buttons));
            case Action.Notice(String text) -> {
                return text;
            }
            case Action.Predict(FileReference file, DetectionOptions options) -> {
                return predict(
                        place,
                        file,
                        new PredictionRequest(
                                options,
                                place.language(),
                                file.uniqueId(),
                                place.sender().person()));
            }
            case Action.Filter(FileReference file, CaptionRequest.Chain chain) ->
                    filter(place, file, chain);
            case Action.Elsewhere(int messageId, Action.Single other) -> {
                return perform(place.at(messageId), other);
            }
            case Action.Recall(CallbackData.Recalled callback) -> {
                return history.perform(callback, place.asker());
            }
            case Action.Move(long from, long to) ->
                    formerChats.note(Long.toString(from), Long.toString(to));
            case Action.Ignore() -> {}
        }
        return null;
    }

    private @Nullable String predict(Place place, FileReference file, PredictionRequest request) {
        if (place.pressed() && submitter.hasAnswered(place.chatId(), place.messageId(), request)) {
            return place.language().say("notice.answered");
        }
        telegram.showPictureIsComing(place.chat());
        LocalizedText refusal = submitter.submit(place.chatId(), place.messageId(), file, request);
        if (refusal == null) {
            return place.language().say("notice.looking");
        }
        reply(place, refusal.in(place.language()));
        return null;
    }

    private void filter(Place place, FileReference file, CaptionRequest.Chain chain) {
        telegram.showPictureIsComing(place.chat());
        try (TemporaryPicture filtered = TemporaryPicture.create()) {
            LocalizedText refusal = filterService.edit(file, chain.steps(), filtered.file());
            if (refusal != null) {
                reply(place, refusal.in(place.language()));
                return;
            }
            put(
                    place,
                    place.messageId(),
                    OutgoingMessage.Pictures.of(
                            pictures.upload(place.chat(), place.cause(), List.of(filtered.file())),
                            FILTERED_NAME,
                            CaptionFormatter.of(chain),
                            ConversationReplies.somethingWentWrong(place.language())));
        }
    }

    private void say(Place place, String text, Keyboard buttons) {
        put(place, place.replyTo(), words(text, buttons));
    }

    private void reply(Place place, String text) {
        reply(place, text, Keyboard.NONE);
    }

    private void reply(Place place, String text, Keyboard buttons) {
        put(place, place.messageId(), words(text, buttons));
    }

    private static OutgoingMessage.Text words(String text, Keyboard buttons) {
        return OutgoingMessage.Text.of(new OutgoingText(text, null, buttons));
    }

    private void put(Place place, @Nullable Integer replyTo, OutgoingMessage.Content content) {
        outbox.put(new OutgoingMessage(place.chat(), replyTo, place.cause(), content));
    }
}
