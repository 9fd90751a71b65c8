/**
 * The outbox, through which everything is sent: a FIFO queue with a group for each chat, within Telegram's limits, each
 * message once.
 */
@NullMarked
package dev.polybot.bot.outbox;

import org.jspecify.annotations.NullMarked;
