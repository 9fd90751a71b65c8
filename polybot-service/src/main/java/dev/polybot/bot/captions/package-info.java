/**
 * What a caption or command asks for.
 */
@NullMarked
package dev.polybot.bot.captions;

import org.jspecify.annotations.NullMarked;
