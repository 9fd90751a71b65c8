/** Filters on pictures' pixels, by OpenCV: no input or output. */
@NullMarked
package dev.polybot.bot.filters;

import org.jspecify.annotations.NullMarked;
