/**
 * The command line.
 */
@NullMarked
package dev.polybot.load.command;

import org.jspecify.annotations.NullMarked;
