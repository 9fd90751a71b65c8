/**
 * What a chat asked before: listed, shown again, explained, asked again. A chat reaches its own past and no other.
 */
@NullMarked
package dev.polybot.bot.history;

import org.jspecify.annotations.NullMarked;
