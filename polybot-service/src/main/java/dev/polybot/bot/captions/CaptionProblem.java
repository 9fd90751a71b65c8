package dev.polybot.bot.captions;

/**
 * The reason why a caption is not understood or not allowed, without wording. What a person reads about it is {@link CaptionErrors}'
 * matter.
 */
public sealed interface CaptionProblem {

    /** Where an action should be, there is something else. */
    record UnknownAction(String typed) implements CaptionProblem {}

    /** Colours are to go, and there is no filter that it is said of. */
    record GreyAlone() implements CaptionProblem {}

    /** A word or number that does not belong to the action before it. */
    record Unexpected(String typed, Keyword keyword) implements CaptionProblem {}

    /** A number that the action does not take. */
    record OutOfRange(String typed, Keyword keyword) implements CaptionProblem {}

    /** How many of a thing are wanted, where all are looked for. */
    record Count(String typed) implements CaptionProblem {}

    /** What makes a number the most that is wanted, which no number is. */
    record AtMost(String typed, Keyword keyword) implements CaptionProblem {}

    /** Two words that cannot both be meant. */
    record Contradiction(String one, String other) implements CaptionProblem {}

    /** An action that goes with no other, in a chain. */
    record NotInChain(Keyword keyword) implements CaptionProblem {}

    /** "Only", and nothing behind it. */
    record NothingNamed() implements CaptionProblem {}

    /** Something to look for that the detector does not know. */
    record UnknownThing(String typed) implements CaptionProblem {}

    /** Something that is not to be looked for, as if all else were. */
    record LeftOut(String typed) implements CaptionProblem {}

    /** A word that says no to a part of an action, all of whose parts are either named or not. */
    record Negated(String typed) implements CaptionProblem {}

    /** More steps than {@link CaptionParser#MAX_STEPS}. */
    record TooManySteps() implements CaptionProblem {}

    /** More characters than {@link CaptionParser#MAX_LENGTH}. */
    record TooLong() implements CaptionProblem {}
}
