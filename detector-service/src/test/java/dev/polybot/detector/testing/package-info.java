/**
 * What several tests share: real weights and photos where they are at hand.
 */
@NullMarked
package dev.polybot.detector.testing;

import org.jspecify.annotations.NullMarked;
