package dev.polybot.bot.outbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What became of the first of a chat's messages.
 *
 * @param settled how many of them, from the first on, need nothing more
 * @param rest how long the others have to rest; null when they may go on
 */
record Step(int settled, @Nullable Duration rest) {

    static Step done(int settled) {
        return new Step(settled, null);
    }

    static Step later(Duration rest) {
        return new Step(0, rest);
    }
}
