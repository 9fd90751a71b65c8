/**
 * Whether an answer is right: what was expected of a picture, what was found, and how far the two agree.
 */
@NullMarked
package dev.polybot.load.check;

import org.jspecify.annotations.NullMarked;
