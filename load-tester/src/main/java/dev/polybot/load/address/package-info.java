/**
 * Whom the load tester may load: this machine, or what somebody has confirmed in so many words.
 */
@NullMarked
package dev.polybot.load.address;

import org.jspecify.annotations.NullMarked;
