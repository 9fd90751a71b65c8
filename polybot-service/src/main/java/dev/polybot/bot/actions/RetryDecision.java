package dev.polybot.bot.actions;

import dev.polybot.bot.storage.TransientFailures;
import dev.polybot.bot.telegram.TelegramException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Decides how to retry an action after a failure: whether the failure counts against its attempts, and when to try again.
 *
 * @param countsAsAttempt whether it may be the action's own fault, so that after a few of them the action is given up
 * @param retryAfter when to try again at the earliest; null when any time will do
 */
public record RetryDecision(boolean countsAsAttempt, @Nullable Duration retryAfter) {

    /** A picture is filtered in a second or two. */
    private static final Duration SOON = Duration.ofSeconds(2);

    public static RetryDecision of(RuntimeException failure) {
        return switch (failure) {
            case TelegramException.Unavailable e -> new RetryDecision(false, e.retryAfter());
            case PixelBudgetExhaustedException _ -> new RetryDecision(false, SOON);
            case TelegramException.TokenRejected _ -> new RetryDecision(false, null);
            default -> new RetryDecision(!TransientFailures.isTransient(failure), null);
        };
    }
}
