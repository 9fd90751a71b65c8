/**
 * A person's side of a chat with the bot, for programs: say something, await what comes back.
 */
@NullMarked
package dev.polybot.local.chat;

import org.jspecify.annotations.NullMarked;
