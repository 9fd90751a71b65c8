/**
 * The way in past every front: jobs straight onto the queue, answers from the predictions table.
 */
@NullMarked
package dev.polybot.load.queue;

import org.jspecify.annotations.NullMarked;
