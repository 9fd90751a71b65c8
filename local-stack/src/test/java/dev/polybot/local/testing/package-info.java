/**
 * What the integration tests of other modules start: the emulators, as a process of their own.
 */
@NullMarked
package dev.polybot.local.testing;

import org.jspecify.annotations.NullMarked;
