/**
 * The commands of {@code ./polybot}.
 */
@NullMarked
package dev.polybot.local.command;

import org.jspecify.annotations.NullMarked;
