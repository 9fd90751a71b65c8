package dev.polybot.bot.updates;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Handles updates, whichever way they come. */
@FunctionalInterface
interface UpdateHandler {

    /** Acts on an update unless that has been done; returns when its effect is durable or cannot be had now. */
    Result handle(IncomingUpdate update);

    /** What became of an update. */
    sealed interface Result {

        /** Its effect is durable, now or from before; Telegram need not tell of it again. */
        record Handled() implements Result {}

        /**
         * It had no effect, and Telegram should tell of it again.
         *
         * @param after not before this time is over; null when any time will do
         */
        record Repeat(@Nullable Duration after) implements Result {}
    }
}
