/**
 * Which model is used: where it is looked for, its settings, its classes.
 */
@NullMarked
package dev.polybot.detector.model;

import org.jspecify.annotations.NullMarked;
