/** The bot's settings and credentials, validated at start. */
@NullMarked
package dev.polybot.bot.settings;

import org.jspecify.annotations.NullMarked;
