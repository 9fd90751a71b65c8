package dev.polybot.bot.editing;

import java.util.Map;

/**
 * What became of pictures that somebody wants to have joined.
 *
 * @param there whether there is a joined picture, as JPEG
 * @param leftOut why pictures are not part of it, by their places among the given ones, from 0
 */
public record Joined(boolean there, Map<Integer, Edit.Reason> leftOut) {

    public Joined {
        leftOut = Map.copyOf(leftOut);
    }
}
