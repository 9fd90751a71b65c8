/**
 * The load tester: asks the running system much, checks every answer, and reports.
 */
@NullMarked
package dev.polybot.load;

import org.jspecify.annotations.NullMarked;
