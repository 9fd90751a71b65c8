/**
 * The pictures that are sent, and in which order.
 */
@NullMarked
package dev.polybot.load.pictures;

import org.jspecify.annotations.NullMarked;
