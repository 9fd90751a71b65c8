/**
 * The Bot API: the methods that the bot calls, with Telegram's answers, limits and errors.
 */
@NullMarked
package dev.polybot.local.telegram.api;

import org.jspecify.annotations.NullMarked;
