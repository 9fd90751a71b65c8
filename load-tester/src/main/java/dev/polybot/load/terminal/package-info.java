/**
 * What is seen of a run while it goes on.
 */
@NullMarked
package dev.polybot.load.terminal;

import org.jspecify.annotations.NullMarked;
