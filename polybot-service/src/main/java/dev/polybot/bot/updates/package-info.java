/** Updates from Telegram, by webhook or long polling, each handled once across all instances. */
@NullMarked
package dev.polybot.bot.updates;

import org.jspecify.annotations.NullMarked;
