/**
 * The paths of the REST tier and what they answer.
 */
@NullMarked
package dev.polybot.bot.rest.api;

import org.jspecify.annotations.NullMarked;
