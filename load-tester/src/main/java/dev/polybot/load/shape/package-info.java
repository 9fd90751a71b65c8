/**
 * When requests are to be sent: rates, bursts, ramps.
 */
@NullMarked
package dev.polybot.load.shape;

import org.jspecify.annotations.NullMarked;
