/** The system's promises under harm: each scenario does one, counts what became of every job, and names the promise it shows. */
@NullMarked
package dev.polybot.endtoend.chaos;

import org.jspecify.annotations.NullMarked;
