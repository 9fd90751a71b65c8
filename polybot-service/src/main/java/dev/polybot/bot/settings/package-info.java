/**
 * What an operator sets, checked at start.
 */
@NullMarked
package dev.polybot.bot.settings;

import org.jspecify.annotations.NullMarked;
