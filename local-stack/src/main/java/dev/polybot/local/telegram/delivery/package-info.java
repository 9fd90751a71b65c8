/**
 * Updates on their way to the bot, by webhook.
 */
@NullMarked
package dev.polybot.local.telegram.delivery;

import org.jspecify.annotations.NullMarked;
