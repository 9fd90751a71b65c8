package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** Fetches a picture from Telegram and applies a chain of filters to it. What cannot be had is told in a sentence. */
@FunctionalInterface
public interface FilterService {

    /**
     * Filters a picture.
     *
     * @param to where the filtered one is written, as JPEG
     * @return why it can never be had, in a sentence for the user that says what to do; null when it is there
     * @throws PixelBudgetExhaustedException when the memory for filtering is used up at the moment
     */
    @Nullable LocalizedText edit(FileReference file, List<FilterStep> steps, Path to);
}
