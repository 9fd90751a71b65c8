/**
 * What went wrong, as RFC 9457 tells it.
 */
@NullMarked
package dev.polybot.bot.rest.problems;

import org.jspecify.annotations.NullMarked;
