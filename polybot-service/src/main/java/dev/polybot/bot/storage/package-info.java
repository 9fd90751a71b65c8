/** What outlives a process: leases on work that only one instance may do. */
@NullMarked
package dev.polybot.bot.storage;

import org.jspecify.annotations.NullMarked;
