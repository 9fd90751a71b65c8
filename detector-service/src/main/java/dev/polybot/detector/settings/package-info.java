/**
 * What can be set from outside.
 */
@NullMarked
package dev.polybot.detector.settings;

import org.jspecify.annotations.NullMarked;
