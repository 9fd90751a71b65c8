/**
 * Strangers' pictures: what is taken, how it is decoded, how it is encoded again.
 */
@NullMarked
package dev.polybot.detector.pictures;

import org.jspecify.annotations.NullMarked;
