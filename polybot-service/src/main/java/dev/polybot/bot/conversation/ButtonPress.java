package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A person's press of a button below one of the bot's messages: a callback query of Telegram's.
 *
 * @param callbackQueryId what Telegram wants to have answered
 * @param repliedTo the message that the bot's message replies to; null when there is none, or none any more
 * @param data the button's data, from the person's device; null when it has none
 */
public record ButtonPress(
        String callbackQueryId,
        long chatId,
        int messageId,
        Sender sender,
        @Nullable RepliedTo repliedTo,
        @Nullable String data)
        implements Incoming {}
