/**
 * How long each stage of a job takes.
 */
@NullMarked
package dev.polybot.detector.timing;

import org.jspecify.annotations.NullMarked;
