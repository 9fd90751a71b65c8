/**
 * What several tests share: pictures made for the purpose, real weights and photos where they are at hand.
 */
@NullMarked
package dev.polybot.detector.testing;

import org.jspecify.annotations.NullMarked;
