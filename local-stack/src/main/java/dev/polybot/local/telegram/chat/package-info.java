/**
 * The person's side of a chat, for the page and for programs: say something, follow what happens, fetch files.
 */
@NullMarked
package dev.polybot.local.telegram.chat;

import org.jspecify.annotations.NullMarked;
