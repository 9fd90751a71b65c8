/**
 * The system to look at while it runs: a page with its processes, queues, pictures and traces, and what can be done to them.
 */
@NullMarked
package dev.polybot.local.live;

import org.jspecify.annotations.NullMarked;
