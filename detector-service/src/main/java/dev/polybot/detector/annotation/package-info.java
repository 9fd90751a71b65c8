/**
 * What was found, drawn on the picture so that a person can read it.
 */
@NullMarked
package dev.polybot.detector.annotation;

import org.jspecify.annotations.NullMarked;
