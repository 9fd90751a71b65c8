package dev.polybot.bot.updates;

import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.captions.Spelling;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.editing.Edit;
import dev.polybot.bot.editing.Editor;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.predictions.Submission;
import dev.polybot.bot.predictions.Submitter;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.PictureSender;
import dev.polybot.model.detection.DetectionOptions;

import org.springframework.stereotype.Component;

/** Carries out what was decided about a message. Returns when the effect is durable. */
@Component
class Effects {

    private static final String FILTERED_NAME = "filtered.jpg";

    private final BotApi telegram;
    private final PictureSender sender;
    private final Submitter submitter;
    private final Editor editor;

    Effects(BotApi telegram, PictureSender sender, Submitter submitter, Editor editor) {
        this.telegram = telegram;
        this.sender = sender;
        this.submitter = submitter;
        this.editor = editor;
    }

    void perform(IncomingMessage message, Action action) {
        switch (action) {
            case Action.Say(String text) -> telegram.say(chat(message), text, null);
            case Action.Reply(String text) ->
                    telegram.say(chat(message), text, message.messageId());
            case Action.Predict(FileReference file, DetectionOptions options) ->
                    predict(message, file, options);
            case Action.Filter(FileReference file, CaptionRequest.Chain chain) ->
                    filter(message, file, chain);
            case Action.Ignore() -> {}
        }
    }

    private void predict(IncomingMessage message, FileReference file, DetectionOptions options) {
        telegram.showPictureIsComing(chat(message));
        switch (submitter.submit(message.chatId(), message.messageId(), file.fileId(), options)) {
            case Submission.Accepted() -> {}
            case Submission.TooLarge() -> reply(message, Phrases.FILE_TOO_LARGE);
            case Submission.Gone() -> reply(message, Phrases.FILE_UNAVAILABLE);
        }
    }

    private void filter(IncomingMessage message, FileReference file, CaptionRequest.Chain chain) {
        telegram.showPictureIsComing(chat(message));
        try (TemporaryPicture filtered = TemporaryPicture.create()) {
            switch (editor.edit(file.fileId(), chain.steps(), filtered.file())) {
                case Edit.Done() ->
                        sender.send(
                                chat(message),
                                filtered.file(),
                                FILTERED_NAME,
                                Spelling.of(chain),
                                message.messageId());
                case Edit.Impossible(String sentence) -> reply(message, sentence);
            }
        }
    }

    private void reply(IncomingMessage message, String text) {
        telegram.say(chat(message), text, message.messageId());
    }

    private static String chat(IncomingMessage message) {
        return Long.toString(message.chatId());
    }
}
