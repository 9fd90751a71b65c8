/**
 * What both services tell of themselves: metrics, spans, what they depend on, and the listeners that take from queues.
 */
@NullMarked
package dev.polybot.observability;

import org.jspecify.annotations.NullMarked;
