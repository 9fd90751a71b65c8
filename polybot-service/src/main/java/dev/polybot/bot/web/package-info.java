/**
 * What the HTTP server shows to the world, and how it leaves.
 */
@NullMarked
package dev.polybot.bot.web;

import org.jspecify.annotations.NullMarked;
