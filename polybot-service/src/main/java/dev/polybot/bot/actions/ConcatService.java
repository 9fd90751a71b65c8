package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.Concat;

import java.nio.file.Path;
import java.util.List;

/** Joins pictures. */
@FunctionalInterface
public interface ConcatService {

    /**
     * Joins pictures that lie at Telegram. Those that cannot be had are left out as long as two are left.
     *
     * @param files in the order in which they were sent, at most {@link Concat#MAX_PICTURES}
     * @param to where the joined one is written
     * @throws BusyException when too many pictures are in work
     */
    ConcatResult join(List<FileReference> files, Concat concat, Path to);
}
