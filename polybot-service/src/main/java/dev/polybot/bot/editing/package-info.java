/**
 * A user's picture, filtered: fetched from Telegram and changed, within the memory that there is.
 */
@NullMarked
package dev.polybot.bot.editing;

import org.jspecify.annotations.NullMarked;
