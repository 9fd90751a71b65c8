package dev.polybot.bot.actions;

import dev.polybot.bot.storage.TransientFailures;
import dev.polybot.bot.telegram.TelegramException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Judges a failure that kept an action from its effect.
 *
 * @param counts whether it may be the action's own fault, so that after a few of them the action is given up
 * @param retryAfter when to try again at the earliest; null when any time will do
 */
public record FailedAttempt(boolean counts, @Nullable Duration retryAfter) {

    /** A picture is filtered in a second or two. */
    private static final Duration SOON = Duration.ofSeconds(2);

    public static FailedAttempt of(RuntimeException failure) {
        return switch (failure) {
            case TelegramException.Unavailable e -> new FailedAttempt(false, e.retryAfter());
            case BusyException _ -> new FailedAttempt(false, SOON);
            case TelegramException.TokenRejected _ -> new FailedAttempt(false, null);
            default -> new FailedAttempt(!TransientFailures.isTransient(failure), null);
        };
    }
}
