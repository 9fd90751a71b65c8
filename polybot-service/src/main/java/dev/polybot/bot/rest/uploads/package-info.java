/**
 * Pictures on their way in, in files and never in memory.
 */
@NullMarked
package dev.polybot.bot.rest.uploads;

import org.jspecify.annotations.NullMarked;
