/**
 * How updates come: by webhook, or by asking for them.
 */
@NullMarked
package dev.polybot.bot.intake;

import org.jspecify.annotations.NullMarked;
