package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Incoming;

import org.jspecify.annotations.Nullable;

/**
 * An update from Telegram.
 *
 * @param id its number, by which Telegram knows it when it tells of it again
 * @param incoming what a person did; null when it is nothing that concerns the bot
 */
record IncomingUpdate(long id, @Nullable Incoming incoming) {}
