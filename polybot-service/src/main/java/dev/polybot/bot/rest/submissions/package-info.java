/**
 * What was asked for and what came of it: nothing of it is kept in this process.
 */
@NullMarked
package dev.polybot.bot.rest.submissions;

import org.jspecify.annotations.NullMarked;
