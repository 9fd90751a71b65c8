/**
 * The way of a prediction: the job out, the result in, the answer to the user once.
 */
@NullMarked
package dev.polybot.bot.predictions;

import org.jspecify.annotations.NullMarked;
