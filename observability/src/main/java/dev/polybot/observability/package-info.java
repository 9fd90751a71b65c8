/**
 * Metrics, traces and health of both services, the pausing of their queue listeners, and errors that reveal nothing.
 */
@NullMarked
package dev.polybot.observability;

import org.jspecify.annotations.NullMarked;
