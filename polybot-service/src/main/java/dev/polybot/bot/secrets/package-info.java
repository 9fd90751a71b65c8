/**
 * The bot's token, the webhook's secret and where they come from.
 */
@NullMarked
package dev.polybot.bot.secrets;

import org.jspecify.annotations.NullMarked;
