/**
 * What the system shows of itself meanwhile: its queue's depth, its workers.
 */
@NullMarked
package dev.polybot.load.observe;

import org.jspecify.annotations.NullMarked;
