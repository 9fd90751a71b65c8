/**
 * Everything that the bot says, on its one way out: a queue with a group for each chat, within Telegram's limits, each message
 * once.
 */
@NullMarked
package dev.polybot.bot.outbox;

import org.jspecify.annotations.NullMarked;
