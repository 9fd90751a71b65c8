package dev.polybot.bot.waiting;

import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A chat's request for predictions, while it waits for its answer.
 *
 * @param id of its prediction, or of the album's predictions together
 * @param replyTo the message that asks; null when that is not known
 * @param person who asks, as Telegram numbers people; 0 when that is not known
 * @param predictions their ids, at least one
 */
public record WaitingRequest(
        String id,
        String chatId,
        @Nullable Integer replyTo,
        Language language,
        long person,
        List<String> predictions) {

    public WaitingRequest {
        predictions = List.copyOf(predictions);
    }

    /** Whether this person may give up waiting for it. */
    public boolean isOf(long someone) {
        return person == 0 || person == someone;
    }
}
