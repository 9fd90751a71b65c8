/** Waiting notices: how many pictures are ahead in the queue, and who may cancel. */
@NullMarked
package dev.polybot.bot.waiting;

import org.jspecify.annotations.NullMarked;
