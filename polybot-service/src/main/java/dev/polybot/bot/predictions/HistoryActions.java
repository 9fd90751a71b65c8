package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.CallbackData;

import org.jspecify.annotations.Nullable;

/** Knows what a chat asked before. */
@FunctionalInterface
public interface HistoryActions {

    /**
     * Does what is wished for, about the asker's own chat.
     *
     * @return what the asker is shown for a moment; null for nothing
     */
    @Nullable String recall(CallbackData.Recalled wish, Requester asker);
}
