package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.language.LocalizedText;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Joins pictures that lie at Telegram into one, leaves out those that cannot be had, and says why. */
@FunctionalInterface
public interface ConcatService {

    /**
     * Joins pictures that lie at Telegram. Those that cannot be had are left out as long as two are left.
     *
     * @param files in the order in which they were sent, at most {@link Concat#MAX_PICTURES}
     * @param to where the joined one is written
     * @throws PixelBudgetExhaustedException when too many pictures are in work
     */
    ConcatResult join(List<FileReference> files, Concat concat, Path to);

    /**
     * What became of pictures that somebody wants to have joined.
     *
     * @param joined whether there is a joined picture, as JPEG
     * @param leftOut why pictures are not part of it, by their places among the given ones, from 0
     */
    record ConcatResult(boolean joined, Map<Integer, LocalizedText> leftOut) {

        public ConcatResult {
            leftOut = Map.copyOf(leftOut);
        }
    }
}
