/** The bot service: Telegram on one side, the REST tier on the other, jobs for the detectors between. */
@NullMarked
package dev.polybot.bot;

import org.jspecify.annotations.NullMarked;
