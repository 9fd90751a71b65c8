/**
 * One update of Telegram's, from its claim to its effect, once over all instances.
 */
@NullMarked
package dev.polybot.bot.updates;

import org.jspecify.annotations.NullMarked;
