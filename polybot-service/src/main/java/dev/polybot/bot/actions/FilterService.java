package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.Sentence;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** Applies a chain of filters to a picture. */
@FunctionalInterface
public interface FilterService {

    /**
     * Filters a picture that lies at Telegram.
     *
     * @param to where the filtered one is written, as JPEG
     * @return why it can never be had, in a sentence for the user that says what to do; null when it is there
     * @throws BusyException when too many pictures are in work
     */
    @Nullable Sentence edit(FileReference file, List<FilterStep> steps, Path to);
}
