package dev.polybot.bot.conversation;

/**
 * A message that somebody sent, in as much of it as the bot looks at.
 *
 * @param messageId its number within the chat
 * @param edited whether it is a new version of a message that was sent before
 * @param reply whether it replies to another message
 */
public record IncomingMessage(
        long chatId, int messageId, boolean edited, boolean reply, Content content) {}
