package dev.polybot.bot.captions;

/** Why a caption cannot be acted on. What a person reads about it is {@link Sentences}' matter. */
public sealed interface Problem {

    /** Where an action should be, there is something else. */
    record UnknownAction(String typed) implements Problem {}

    /** A word or number that does not belong to the action before it. */
    record Unexpected(String typed, Keyword keyword) implements Problem {}

    /** A number that the action does not take. */
    record OutOfRange(String typed, Keyword keyword) implements Problem {}

    /** Two words that cannot both be meant. */
    record Contradiction(String one, String other) implements Problem {}

    /** An action that goes with no other, in a chain. */
    record NotInChain(Keyword keyword) implements Problem {}

    /** Something to look for that the detector does not know. */
    record UnknownThing(String typed) implements Problem {}

    /** More steps than {@link CaptionLanguage#MAX_STEPS}. */
    record TooManySteps() implements Problem {}

    /** More characters than {@link CaptionLanguage#MAX_LENGTH}. */
    record TooLong() implements Problem {}
}
