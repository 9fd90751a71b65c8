/** Predictions: the job out, the result in, the answer to the person once. */
@NullMarked
package dev.polybot.bot.predictions;

import org.jspecify.annotations.NullMarked;
