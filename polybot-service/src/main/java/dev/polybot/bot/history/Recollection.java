package dev.polybot.bot.history;

import dev.polybot.bot.buttons.Wish;

import org.jspecify.annotations.Nullable;

/** Knows what a chat asked before. */
@FunctionalInterface
public interface Recollection {

    /**
     * Does what is wished for, about the asker's own chat.
     *
     * @return what the asker is shown for a moment; null for nothing
     */
    @Nullable String recall(Wish wish, Asker asker);
}
