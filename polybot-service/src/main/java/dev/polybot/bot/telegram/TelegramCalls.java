package dev.polybot.bot.telegram;

import dev.polybot.bot.settings.BotToken;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

import java.time.Duration;

/** Executes Bot API calls and translates their failures. */
final class TelegramCalls {

    /** A call to the Bot API. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws TelegramApiException;
    }

    private final BotToken token;

    TelegramCalls(BotToken token) {
        this.token = token;
    }

    <T> T make(Call<T> call) {
        try {
            return call.make();
        } catch (TelegramApiException e) {
            throw translated(e);
        }
    }

    private TelegramException translated(TelegramApiException failure) {
        if (failure instanceof TelegramApiValidationException) {
            return new TelegramException.Refused("The call is not complete");
        }
        Integer code =
                failure instanceof TelegramApiRequestException request
                        ? request.getErrorCode()
                        : null;
        if (code == null) {
            return new TelegramException.Unavailable("Telegram could not be reached", null);
        }
        TelegramApiRequestException answer = (TelegramApiRequestException) failure;
        Long movedTo =
                answer.getParameters() == null ? null : answer.getParameters().getMigrateToChatId();
        return movedTo == null
                ? failure(code, answer.getApiResponse(), retryAfter(answer.getParameters()))
                : new TelegramException.Refused(
                        token.maskedIn(String.valueOf(answer.getApiResponse())), movedTo);
    }

    /** What an answer of the Bot API that is no success means. */
    TelegramException failure(
            int code, @Nullable String description, @Nullable Duration retryAfter) {
        return switch (code) {
            // The token is part of the path: for a malformed one Telegram answers 404.
            case 401, 404 -> new TelegramException.TokenRejected();
            case 400, 403, 413 ->
                    new TelegramException.Refused(token.maskedIn(String.valueOf(description)));
            default -> new TelegramException.Unavailable("Telegram answered " + code, retryAfter);
        };
    }

    private static @Nullable Duration retryAfter(@Nullable ResponseParameters parameters) {
        Integer seconds = parameters == null ? null : parameters.getRetryAfter();
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
