/**
 * How many detectors a policy of scaling would have had, how long people would have waited, and what it would have cost: on paper,
 * by discrete events, without a machine.
 */
@NullMarked
package dev.polybot.local.simulate;

import org.jspecify.annotations.NullMarked;
