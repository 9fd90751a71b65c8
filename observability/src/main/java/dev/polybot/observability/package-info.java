/**
 * Metrics, traces and health of both services, and the pausing of their queue listeners.
 */
@NullMarked
package dev.polybot.observability;

import org.jspecify.annotations.NullMarked;
