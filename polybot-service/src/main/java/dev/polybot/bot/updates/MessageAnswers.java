package dev.polybot.bot.updates;

import dev.polybot.bot.albums.SingleAnswers;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.Conversation;
import dev.polybot.bot.conversation.IncomingMessage;

import org.springframework.stereotype.Component;

/** Answers to single messages, for albums to be answered alike. */
@Component
class MessageAnswers implements SingleAnswers {

    private final ActionExecutor effects;
    private final BotName botName;

    MessageAnswers(ActionExecutor effects, BotName botName) {
        this.effects = effects;
        this.botName = botName;
    }

    @Override
    public Action decide(IncomingMessage message) {
        return Conversation.decideAlbum(message, botName.get());
    }

    @Override
    public void perform(IncomingMessage message, Action action, String cause) {
        var _ = effects.perform(message, action, cause);
    }
}
