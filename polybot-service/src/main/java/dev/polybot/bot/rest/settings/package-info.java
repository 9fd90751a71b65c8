/**
 * What an operator sets of the REST tier.
 */
@NullMarked
package dev.polybot.bot.rest.settings;

import org.jspecify.annotations.NullMarked;
