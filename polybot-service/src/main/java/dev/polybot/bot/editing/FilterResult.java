package dev.polybot.bot.editing;

import dev.polybot.bot.language.Language;
import dev.polybot.model.prediction.Failure;

/** What became of a picture that somebody wants to have filtered. */
public sealed interface FilterResult {

    /** It is there, as JPEG. */
    record Done() implements FilterResult {}

    /**
     * It can never be had.
     *
     * @param reason why, in a sentence for the user that says what to do
     */
    record Impossible(Reason reason) implements FilterResult {}

    /** Why, in whichever language it is asked for. */
    @FunctionalInterface
    interface Reason {
        String in(Language language);

        static Reason of(Failure failure) {
            return language -> language.translate("failure." + failure.code(), failure.sentence());
        }
    }
}
