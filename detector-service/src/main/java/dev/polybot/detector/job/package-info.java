/**
 * The way of one job, from its picture's name to the told result, without any framework.
 */
@NullMarked
package dev.polybot.detector.job;

import org.jspecify.annotations.NullMarked;
