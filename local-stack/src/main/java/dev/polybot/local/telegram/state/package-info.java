/**
 * What the stand-in remembers: chats, messages, files and updates, in a journal that survives any end of the process.
 */
@NullMarked
package dev.polybot.local.telegram.state;

import org.jspecify.annotations.NullMarked;
