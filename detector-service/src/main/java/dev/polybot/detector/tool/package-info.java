/**
 * The detector's jar as a small program of the operator's: which models are here, which can be had, and fetching one.
 */
@NullMarked
package dev.polybot.detector.tool;

import org.jspecify.annotations.NullMarked;
