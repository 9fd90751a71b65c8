package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A message from a person, as far as the bot reads it.
 *
 * @param edited whether it is a new version of a message that was sent before
 * @param repliedTo the message that it replies to; null for none
 */
public record IncomingMessage(
        long chatId,
        int messageId,
        Sender sender,
        boolean edited,
        @Nullable RepliedTo repliedTo,
        Content content)
        implements Incoming {}
