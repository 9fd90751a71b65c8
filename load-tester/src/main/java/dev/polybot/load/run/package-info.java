/**
 * A run: requests go out on schedule, answers come back, and every one of them is logged.
 */
@NullMarked
package dev.polybot.load.run;

import org.jspecify.annotations.NullMarked;
