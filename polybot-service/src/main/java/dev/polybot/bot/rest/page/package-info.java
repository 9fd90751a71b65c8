/** The web page at the tier's root: its files, what it needs to know beforehand, and pictures to try it with. */
@NullMarked
package dev.polybot.bot.rest.page;

import org.jspecify.annotations.NullMarked;
