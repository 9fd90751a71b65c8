package dev.polybot.bot.actions;

import dev.polybot.bot.language.Sentence;
import dev.polybot.model.prediction.Failure;

/** The result of filtering a picture, or the reason why there is none. */
public sealed interface FilterResult {

    /** It is there, as JPEG. */
    record Done() implements FilterResult {}

    /**
     * It can never be had.
     *
     * @param reason why, in a sentence for the user that says what to do
     */
    record Impossible(Sentence reason) implements FilterResult {}

    /** What is said about a picture that was rejected. */
    static Sentence inWords(Failure failure) {
        return language -> language.translate("failure." + failure.code(), failure.sentence());
    }
}
