/** The REST tier and the web page: a server of its own beside the webhook's. */
@NullMarked
package dev.polybot.bot.rest;

import org.jspecify.annotations.NullMarked;
