/**
 * The Telegram Bot API as the bot calls it: messages out, files in.
 */
@NullMarked
package dev.polybot.bot.telegram;

import org.jspecify.annotations.NullMarked;
