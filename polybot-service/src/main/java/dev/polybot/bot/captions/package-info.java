/** The caption language: parsing and formatting requests, help, and error messages. */
@NullMarked
package dev.polybot.bot.captions;

import org.jspecify.annotations.NullMarked;
