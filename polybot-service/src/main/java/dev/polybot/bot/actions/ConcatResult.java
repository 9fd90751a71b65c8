package dev.polybot.bot.actions;

import dev.polybot.bot.language.Sentence;

import java.util.Map;

/**
 * What became of pictures that somebody wants to have joined.
 *
 * @param there whether there is a joined picture, as JPEG
 * @param leftOut why pictures are not part of it, by their places among the given ones, from 0
 */
public record ConcatResult(boolean there, Map<Integer, Sentence> leftOut) {

    public ConcatResult {
        leftOut = Map.copyOf(leftOut);
    }
}
