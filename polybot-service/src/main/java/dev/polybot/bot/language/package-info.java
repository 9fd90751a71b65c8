/**
 * The languages that the bot speaks, and the files that hold what it says.
 */
@NullMarked
package dev.polybot.bot.language;

import org.jspecify.annotations.NullMarked;
