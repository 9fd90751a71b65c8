package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.LocalizedText;

import org.jspecify.annotations.Nullable;

/** Submits a picture from a chat for detection. */
@FunctionalInterface
public interface Submitter {

    /**
     * Returns when the picture and its job are durable, or when neither will ever be.
     *
     * @return why it cannot be had, in a sentence for the user; null when an answer will come
     */
    @Nullable LocalizedText submit(
            long chatId, int messageId, FileReference file, PredictionRequest request);

    /** Whether the same was asked before and has ended, and was not cancelled: its answer is in the chat or on its way. */
    default boolean hasAnswered(long chatId, int messageId, PredictionRequest request) {
        return false;
    }
}
