/**
 * The buttons below the bot's messages, and what pressing one asks for.
 */
@NullMarked
package dev.polybot.bot.buttons;

import org.jspecify.annotations.NullMarked;
