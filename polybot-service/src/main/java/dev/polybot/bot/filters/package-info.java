/** Filters on pictures' pixels: plain Java, no input or output. */
@NullMarked
package dev.polybot.bot.filters;

import org.jspecify.annotations.NullMarked;
