/**
 * Telegram's limits, kept over all instances of the bot: when a message may go out, and in which order those of a chat do.
 */
@NullMarked
package dev.polybot.bot.pacing;

import org.jspecify.annotations.NullMarked;
