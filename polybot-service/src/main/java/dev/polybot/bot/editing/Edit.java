package dev.polybot.bot.editing;

/** What became of a picture that somebody wants to have filtered. */
public sealed interface Edit {

    /** It is there, as JPEG. */
    record Done() implements Edit {}

    /**
     * It can never be had.
     *
     * @param sentence for the user: why, and what to do
     */
    record Impossible(String sentence) implements Edit {}
}
