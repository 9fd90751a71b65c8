package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The message that another one replies to.
 *
 * @param bot the user name of the bot that wrote it; null when a person did
 */
public record RepliedTo(int messageId, @Nullable String bot, Content content) {}
