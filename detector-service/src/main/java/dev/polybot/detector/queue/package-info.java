/**
 * Jobs come in from the identify queue, one at a time for each worker.
 */
@NullMarked
package dev.polybot.detector.queue;

import org.jspecify.annotations.NullMarked;
