/** The detector's settings. */
@NullMarked
package dev.polybot.detector.settings;

import org.jspecify.annotations.NullMarked;
