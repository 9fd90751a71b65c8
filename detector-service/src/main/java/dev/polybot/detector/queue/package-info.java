/** Receives jobs from the identify queue, no more than the workers can begin. */
@NullMarked
package dev.polybot.detector.queue;

import org.jspecify.annotations.NullMarked;
