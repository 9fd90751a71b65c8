/** Decides how the bot responds to messages and buttons; decisions only, no effects. */
@NullMarked
package dev.polybot.bot.conversation;

import org.jspecify.annotations.NullMarked;
