/**
 * A stand-in for Telegram on one machine: the Bot API that the bot calls and a chat page for the person.
 */
@NullMarked
package dev.polybot.local.telegram;

import org.jspecify.annotations.NullMarked;
