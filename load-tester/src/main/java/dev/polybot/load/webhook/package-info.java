/**
 * The way in that people use: photos in a chat, answers in the same chat.
 */
@NullMarked
package dev.polybot.load.webhook;

import org.jspecify.annotations.NullMarked;
