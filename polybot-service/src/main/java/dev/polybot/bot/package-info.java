/**
 * The service that talks to people: Telegram in and out.
 */
@NullMarked
package dev.polybot.bot;

import org.jspecify.annotations.NullMarked;
