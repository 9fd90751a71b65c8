package dev.polybot.bot.updates;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** The result of handling an update. */
public sealed interface UpdateResult {

    /** Its effect is durable, now or from before; Telegram need not tell of it again. */
    record Handled() implements UpdateResult {}

    /**
     * It had no effect, and Telegram should tell of it again.
     *
     * @param after not before this time is over; null when any time will do
     */
    record Repeat(@Nullable Duration after) implements UpdateResult {}
}
