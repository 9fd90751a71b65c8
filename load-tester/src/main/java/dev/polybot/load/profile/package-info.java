/**
 * When requests are to be sent: rates, bursts, ramps.
 */
@NullMarked
package dev.polybot.load.profile;

import org.jspecify.annotations.NullMarked;
