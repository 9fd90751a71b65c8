package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.IncomingMessage;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened at Telegram.
 *
 * @param id its number, by which Telegram knows it when it tells of it again
 * @param message the message that it brings; null when it brings none that concerns the bot
 */
public record IncomingUpdate(long id, @Nullable IncomingMessage message) {}
