/** Predictions: jobs go out, results come in, and each is answered once. */
@NullMarked
package dev.polybot.bot.predictions;

import org.jspecify.annotations.NullMarked;
