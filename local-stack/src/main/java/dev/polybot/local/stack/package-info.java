/**
 * The whole system as processes of this machine: started, watched and ended together.
 */
@NullMarked
package dev.polybot.local.stack;

import org.jspecify.annotations.NullMarked;
