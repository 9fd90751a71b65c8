package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.FilterStep;

import java.nio.file.Path;
import java.util.List;

/** Applies a chain of filters to a picture. */
@FunctionalInterface
public interface FilterService {

    /**
     * Filters a picture that lies at Telegram.
     *
     * @param to where the filtered one is written
     * @throws BusyException when too many pictures are in work
     */
    FilterResult edit(FileReference file, List<FilterStep> steps, Path to);
}
