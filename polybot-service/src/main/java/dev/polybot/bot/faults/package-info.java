/**
 * LogMessages in words that may be logged.
 */
@NullMarked
package dev.polybot.bot.faults;

import org.jspecify.annotations.NullMarked;
