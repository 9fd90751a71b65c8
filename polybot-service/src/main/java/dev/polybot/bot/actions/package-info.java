/**
 * Does what was decided about a message: answers, filters and joins pictures, has the things in them found, within the memory that
 * there is.
 */
@NullMarked
package dev.polybot.bot.actions;

import org.jspecify.annotations.NullMarked;
