/** The client of the Telegram Bot API: messages out, files in. */
@NullMarked
package dev.polybot.bot.telegram;

import org.jspecify.annotations.NullMarked;
