package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.predictions.Submission;
import dev.polybot.bot.predictions.Submitter;
import dev.polybot.bot.telegram.BotApi;

import org.springframework.stereotype.Component;

/** Carries out what was decided about a message. Returns when the effect is durable. */
@Component
class Effects {

    private final BotApi telegram;
    private final Submitter submitter;

    Effects(BotApi telegram, Submitter submitter) {
        this.telegram = telegram;
        this.submitter = submitter;
    }

    void perform(IncomingMessage message, Action action) {
        switch (action) {
            case Action.Say(String text) -> telegram.say(chat(message), text, null);
            case Action.Reply(String text) ->
                    telegram.say(chat(message), text, message.messageId());
            case Action.Predict(FileReference file) -> predict(message, file);
            case Action.Ignore() -> {}
        }
    }

    private void predict(IncomingMessage message, FileReference file) {
        telegram.showPictureIsComing(chat(message));
        switch (submitter.submit(message.chatId(), message.messageId(), file.fileId())) {
            case Submission.Accepted() -> {}
            case Submission.TooLarge() -> reply(message, Phrases.FILE_TOO_LARGE);
            case Submission.Gone() -> reply(message, Phrases.FILE_UNAVAILABLE);
        }
    }

    private void reply(IncomingMessage message, String text) {
        telegram.say(chat(message), text, message.messageId());
    }

    private static String chat(IncomingMessage message) {
        return Long.toString(message.chatId());
    }
}
