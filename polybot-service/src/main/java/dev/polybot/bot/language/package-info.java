/** The languages that the bot speaks, with their message files. */
@NullMarked
package dev.polybot.bot.language;

import org.jspecify.annotations.NullMarked;
