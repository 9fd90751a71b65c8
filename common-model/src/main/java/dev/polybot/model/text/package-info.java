/**
 * What people type, and what they probably meant.
 */
@NullMarked
package dev.polybot.model.text;

import org.jspecify.annotations.NullMarked;
