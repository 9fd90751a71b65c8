package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.Conversation;
import dev.polybot.bot.conversation.Incoming;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.storage.Sha256;
import dev.polybot.bot.storage.StateKeys;

import org.jspecify.annotations.Nullable;

/** Says by what key of the state table an update's work is known, and so what counts as the same and is done once. */
final class UpdateIdentity {

    private final String bot;

    UpdateIdentity(String bot) {
        this.bot = bot;
    }

    /**
     * What the claim is on. A picture's caption may be edited, and a text to a command, and Telegram tells of edits that
     * change nothing: so the claim is on what the message asks for of which picture, and the same is not done twice. All else
     * happens once an update.
     */
    String of(IncomingUpdate update, Incoming incoming, Action action) {
        String asked =
                switch (incoming) {
                    case ButtonPress _ -> null;
                    case IncomingMessage message
                            when Conversation.asksForCommand(message)
                                    && message.content() instanceof Content.Text(String text) ->
                            Sha256.hex(text.strip());
                    case IncomingMessage _ -> action.asked();
                };
        return asked == null
                ? StateKeys.update(bot, update.id())
                : StateKeys.asked(
                        bot, incoming.chatId(), incoming.messageId(), asked, action.picture());
    }

    /**
     * What stands for all presses of a button that brings the same message each time, whoever presses; null for any other. A
     * prediction is known by itself, and may be asked for again once it was cancelled.
     */
    @Nullable String ofPress(Incoming incoming, Action.Single action) {
        String pressed =
                switch (action) {
                    case Action.Elsewhere(int _, Action.Filter _) -> action.asked();
                    case Action.Recall(CallbackData.Recalled callback)
                            when callback instanceof CallbackData.Boxes
                                    || callback instanceof CallbackData.Original
                                    || callback instanceof CallbackData.Show ->
                            callback.data();
                    default -> null;
                };
        return pressed != null && incoming instanceof ButtonPress press
                ? StateKeys.pressed(bot, press.chatId(), press.messageId(), pressed)
                : null;
    }
}
