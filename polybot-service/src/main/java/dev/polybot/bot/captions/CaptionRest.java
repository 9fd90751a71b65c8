package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a caption without what is wrong with it: so that whoever made one mistake is not shown a caption that has
 * nothing of theirs.
 */
final class CaptionRest {

    /** So many mistakes are taken out before nothing is left worth keeping. */
    private static final int MOST = 8;

    private CaptionRest() {}

    /**
     * The rest as a caption that is understood; null when it is none, or says no more than any example does.
     *
     * @param position how many tokens were read when the mistake was found
     */
    static @Nullable String of(List<Token> tokens, int position, CaptionParseException mistake) {
        List<Token> rest = tokens;
        int read = position;
        CaptionProblem problem = mistake.problem();
        for (int i = 0; i < MOST; i++) {
            rest = without(problem, rest, read);
            TokenStream reading = new TokenStream(rest);
            try {
                return caption(CaptionLanguage.understood(reading));
            } catch (CaptionParseException e) {
                problem = e.problem();
                read = reading.position();
            }
        }
        return null;
    }

    private static List<Token> without(CaptionProblem problem, List<Token> tokens, int read) {
        return switch (problem) {
            case CaptionProblem.Unexpected(String typed, Keyword _) -> removed(typed, tokens, read);
            case CaptionProblem.OutOfRange(String typed, Keyword _) -> removed(typed, tokens, read);
            case CaptionProblem.UnknownAction(String typed) -> removed(typed, tokens, read);
            case CaptionProblem.UnknownThing(String typed) -> removed(typed, tokens, read);
            case CaptionProblem.LeftOut _ -> tokens.subList(0, read);
            case CaptionProblem.NothingNamed() -> removed("only", tokens, read);
            case CaptionProblem.NotInChain _ ->
                    tokens.subList(0, read < tokens.size() ? read : Math.max(0, read - 1));
            default -> List.of();
        };
    }

    /** Without the last of the tokens read, or the next, that was typed so. */
    private static List<Token> removed(String typed, List<Token> tokens, int read) {
        for (int i = Math.min(read, tokens.size() - 1); i >= 0; i--) {
            if (tokens.get(i).typed().equals(typed)) {
                List<Token> rest = new ArrayList<>(tokens);
                rest.remove(i);
                return rest;
            }
        }
        return List.of();
    }

    private static @Nullable String caption(CaptionRequest request) {
        String caption =
                switch (request) {
                    case CaptionRequest.Chain chain -> CaptionFormatter.of(chain);
                    case CaptionRequest.Join join -> CaptionFormatter.of(join);
                    case CaptionRequest.Predict predict -> CaptionFormatter.of(predict);
                    case CaptionRequest.Misspelt misspelt -> misspelt.suggestion();
                    case CaptionRequest.Absent _, CaptionRequest.Unclear _ -> "";
                };
        return caption.isEmpty() || caption.equals(Keyword.PREDICT.spoken()) ? null : caption;
    }
}
