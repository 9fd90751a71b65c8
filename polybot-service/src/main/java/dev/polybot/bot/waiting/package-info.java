/** Waiting notices: how many are before them, and who may give up waiting. */
@NullMarked
package dev.polybot.bot.waiting;

import org.jspecify.annotations.NullMarked;
