/** The timing of a job's stages. */
@NullMarked
package dev.polybot.detector.timing;

import org.jspecify.annotations.NullMarked;
