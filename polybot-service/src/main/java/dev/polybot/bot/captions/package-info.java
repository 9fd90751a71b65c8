/**
 * What a caption or command asks for: the language of captions, its help and what is said about captions outside it.
 */
@NullMarked
package dev.polybot.bot.captions;

import org.jspecify.annotations.NullMarked;
