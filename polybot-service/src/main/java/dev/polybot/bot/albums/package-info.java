/**
 * Albums: pictures that were sent together, collected from all instances until they are complete, then answered once.
 */
@NullMarked
package dev.polybot.bot.albums;

import org.jspecify.annotations.NullMarked;
