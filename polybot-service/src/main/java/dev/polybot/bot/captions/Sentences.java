package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Segment;

/** What people read, in English, when a caption cannot be acted on as it stands. Plain text: markup in it is the user's. */
public final class Sentences {

    /** More of a user's words are not repeated. */
    private static final int MAX_QUOTED = 40;

    private Sentences() {}

    /** For a caption that is nearly right. */
    public static String about(CaptionRequest.Misspelt misspelt) {
        return "Did you mean \""
                + misspelt.suggestion()
                + "\"? Another example: "
                + misspelt.example();
    }

    /** For a caption that nothing can be done about. */
    public static String about(CaptionRequest.Unclear unclear) {
        return sentence(unclear.problem()) + " This would work: " + unclear.example();
    }

    private static String sentence(Problem problem) {
        return switch (problem) {
            case Problem.UnknownAction(String typed) when typed.isEmpty() ->
                    "I do not understand this caption.";
            case Problem.UnknownAction(String typed) ->
                    "I do not understand this caption: "
                            + quoted(typed)
                            + " is nothing that I can do.";
            case Problem.Unexpected(String typed, Keyword keyword) ->
                    "I do not know what "
                            + quoted(typed)
                            + " means after "
                            + quoted(keyword.spoken())
                            + ".";
            case Problem.OutOfRange(String typed, Keyword keyword) ->
                    range(keyword) + ", not " + quoted(typed) + ".";
            case Problem.Contradiction(String one, String other) ->
                    "It cannot be " + quoted(one) + " and " + quoted(other) + " at once.";
            case Problem.NotInChain(Keyword keyword) ->
                    quoted(keyword.spoken())
                            + " stands alone: please send anything else with a caption of its own.";
            case Problem.UnknownThing(String typed) ->
                    "I cannot look for " + quoted(typed) + ": I do not know what that looks like.";
            case Problem.TooManySteps() ->
                    "That is more than I can do to one picture: a chain has at most "
                            + CaptionLanguage.MAX_STEPS
                            + " steps.";
            case Problem.TooLong() -> "That caption is too long for me.";
        };
    }

    private static String range(Keyword keyword) {
        return switch (keyword) {
            case BLUR -> "Give \"blur\" a whole number from 0 to " + Blur.MAX_SIZE;
            case SEGMENT -> "Give \"segment\" a whole number from 0 to " + Segment.MAX_THRESHOLD;
            case SALT_AND_PEPPER ->
                    "Give \"salt and pepper\" a number from 0 to 1, or from 0% to 100%";
            case ROTATE -> "I turn pictures by 90, 180 or 270 degrees";
            case PREDICT -> "Give \"predict\" a confidence over 0 and up to 1, or up to 100%";
            case CONTOUR, CONCAT -> quoted(keyword.spoken()) + " takes no number";
        };
    }

    private static String quoted(String typed) {
        String shown = typed.length() > MAX_QUOTED ? typed.substring(0, MAX_QUOTED) + "…" : typed;
        return '"' + shown + '"';
    }
}
