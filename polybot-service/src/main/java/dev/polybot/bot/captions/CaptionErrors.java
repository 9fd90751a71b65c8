package dev.polybot.bot.captions;

import dev.polybot.bot.language.Language;

/** Renders caption problems as messages. Plain text: markup in it is the user's. */
public final class CaptionErrors {

    /** More of a user's words are not repeated. */
    private static final int MAX_QUOTED = 40;

    private CaptionErrors() {}

    /** For a caption that is nearly right. */
    public static String about(CaptionRequest.Misspelt misspelt, Language language) {
        return language.say("misspelt", misspelt.suggestion(), misspelt.example());
    }

    /** For a caption that nothing can be done about. */
    public static String about(CaptionRequest.Unclear unclear, Language language) {
        return language.say("would-work", sentence(unclear.problem(), language), unclear.example());
    }

    private static String sentence(CaptionProblem problem, Language language) {
        return switch (problem) {
            case CaptionProblem.UnknownAction(String typed) when typed.isEmpty() ->
                    language.say("problem.nothing");
            case CaptionProblem.UnknownAction(String typed) ->
                    language.say("problem.unknown-action", shortened(typed));
            case CaptionProblem.GreyAlone() -> language.say("problem.grey-alone");
            case CaptionProblem.Unexpected(String typed, Keyword keyword) ->
                    language.say("problem.unexpected", shortened(typed), keyword.spoken());
            case CaptionProblem.OutOfRange(String typed, Keyword keyword) ->
                    range(keyword, shortened(typed), language);
            case CaptionProblem.Count(String typed) ->
                    language.say("problem.count", shortened(typed));
            case CaptionProblem.AtMost(String typed, Keyword keyword)
                    when keyword == Keyword.PREDICT ->
                    language.say("problem.at-most", shortened(typed));
            case CaptionProblem.AtMost(String typed, Keyword keyword) ->
                    language.say("problem.unexpected", shortened(typed), keyword.spoken());
            case CaptionProblem.Contradiction(String one, String other) ->
                    language.say("problem.contradiction", one, other);
            case CaptionProblem.NotInChain(Keyword keyword) ->
                    language.say("problem.not-in-chain", keyword.spoken());
            case CaptionProblem.NothingNamed() -> language.say("problem.nothing-named");
            case CaptionProblem.UnknownThing(String typed) ->
                    language.say("problem.unknown-thing", shortened(typed));
            case CaptionProblem.LeftOut(String typed) ->
                    language.say("problem.left-out", shortened(typed));
            case CaptionProblem.Negated(String typed) ->
                    language.say("problem.negated", shortened(typed));
            case CaptionProblem.TooManySteps() ->
                    language.say("problem.too-many-steps", CaptionParser.MAX_STEPS);
            case CaptionProblem.TooLong() -> language.say("problem.too-long");
        };
    }

    private static String range(Keyword keyword, String typed, Language language) {
        FilterSyntax filter = keyword.filterSyntax();
        String most =
                filter == null || filter.messageArguments().isEmpty()
                        ? ""
                        : filter.messageArguments().getFirst();
        return language.say(
                "problem.range." + (filter == null ? keyword.command() : filter.rangeMessageKey()),
                typed,
                most,
                keyword.spoken());
    }

    private static String shortened(String typed) {
        return typed.codePointCount(0, typed.length()) > MAX_QUOTED
                ? typed.substring(0, typed.offsetByCodePoints(0, MAX_QUOTED)) + "…"
                : typed;
    }
}
