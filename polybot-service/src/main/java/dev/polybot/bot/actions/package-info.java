/**
 * Executes actions: replies, filters and joins pictures, and submits pictures for detection, within the memory that there
 * is.
 */
@NullMarked
package dev.polybot.bot.actions;

import org.jspecify.annotations.NullMarked;
