/**
 * The detector service: takes jobs from a queue, finds things in their pictures, tells what it found.
 */
@NullMarked
package dev.polybot.detector;

import org.jspecify.annotations.NullMarked;
