/**
 * What the bot answers to a message: decisions only, no effects.
 */
@NullMarked
package dev.polybot.bot.conversation;

import org.jspecify.annotations.NullMarked;
