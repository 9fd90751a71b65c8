/**
 * What is asked of a detector and what it found.
 */
@NullMarked
package dev.polybot.model.detection;

import org.jspecify.annotations.NullMarked;
