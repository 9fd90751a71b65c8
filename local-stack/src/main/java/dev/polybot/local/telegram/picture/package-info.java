/**
 * Photos as Telegram makes them: turned upright, without metadata, in several sizes.
 */
@NullMarked
package dev.polybot.local.telegram.picture;

import org.jspecify.annotations.NullMarked;
