/**
 * Who may ask, how often, and from where.
 */
@NullMarked
package dev.polybot.bot.rest.access;

import org.jspecify.annotations.NullMarked;
