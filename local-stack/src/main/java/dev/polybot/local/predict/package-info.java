/**
 * Asking for many photos over REST, and telling what was found: for people, and in formats for programs.
 */
@NullMarked
package dev.polybot.local.predict;

import org.jspecify.annotations.NullMarked;
