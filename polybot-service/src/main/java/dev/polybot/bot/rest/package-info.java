/**
 * Pictures over HTTP for programs and browsers: a server of its own beside the webhook's.
 */
@NullMarked
package dev.polybot.bot.rest;

import org.jspecify.annotations.NullMarked;
