/**
 * Waiting for predictions to end, a thousand at a time, with one look at the table for all of them.
 */
@NullMarked
package dev.polybot.bot.rest.waiting;

import org.jspecify.annotations.NullMarked;
