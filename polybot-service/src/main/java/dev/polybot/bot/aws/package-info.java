/**
 * The clients of AWS and how they are set up.
 */
@NullMarked
package dev.polybot.bot.aws;

import org.jspecify.annotations.NullMarked;
