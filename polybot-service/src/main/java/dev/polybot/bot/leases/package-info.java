/**
 * Work that one instance holds for a while and keeps holding while it lives.
 */
@NullMarked
package dev.polybot.bot.leases;

import org.jspecify.annotations.NullMarked;
