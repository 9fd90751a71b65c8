/** The Telegram bot with its REST tier: Telegram in and out. */
@NullMarked
package dev.polybot.bot;

import org.jspecify.annotations.NullMarked;
