package dev.polybot.bot.captions;

import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Suggests a valid caption for one that does not parse: removes or replaces the tokens that are wrong and parses what is left, so
 * that whoever made one mistake is suggested a caption that keeps the rest of theirs.
 */
final class CaptionRepair {

    /** So many mistakes are taken out before nothing is left worth keeping. */
    private static final int MAX_REMOVALS = 8;

    /** What turns the other way by an angle that is none of ours is suggested no turn the right way. */
    private static final String QUARTER_BACK = "-90";

    private CaptionRepair() {}

    /**
     * The repaired caption, as it is written; null when none is understood, or it says no more than any example does.
     *
     * @param errorPosition how many tokens were read when the mistake was found
     */
    static @Nullable String suggest(
            List<Token> tokens, int errorPosition, CaptionParseException error) {
        if (tokens.stream().noneMatch(Token.Word.class::isInstance)) {
            String search = lookingFor(tokens);
            if (search != null) {
                return search;
            }
        }
        List<Token> rest = tokens;
        int read = errorPosition;
        CaptionProblem problem = error.problem();
        boolean mayBeTurned = false;
        for (int i = 0; i < MAX_REMOVALS; i++) {
            mayBeTurned |= isWordAboutThings(problem);
            rest = without(problem, rest, read);
            TokenStream reading = new TokenStream(rest);
            try {
                CaptionRequest repaired = CaptionParser.sentence(reading);
                return mayBeTurned && (namesThings(repaired) || reading.wasCorrected())
                        ? null
                        : caption(repaired);
            } catch (CaptionParseException e) {
                problem = e.problem();
                read = reading.position();
            }
        }
        return null;
    }

    /** A word or sign that is not understood may mean "all but these", in whatever language, or say what a number counts. */
    private static boolean isWordAboutThings(CaptionProblem problem) {
        return switch (problem) {
            case CaptionProblem.Unexpected(String typed, Keyword keyword) ->
                    keyword == Keyword.PREDICT && !startsWithDigit(typed);
            case CaptionProblem.UnknownThing(String typed) ->
                    typed.codePoints().noneMatch(Character::isLetterOrDigit);
            default -> false;
        };
    }

    private static boolean startsWithDigit(String typed) {
        return typed.matches("[-.,]?\\d.*");
    }

    private static boolean namesThings(CaptionRequest request) {
        return request instanceof CaptionRequest.Predict(DetectionOptions options)
                && !options.classes().isEmpty();
    }

    /** The search for what emoji show; null when they show nothing. */
    private static @Nullable String lookingFor(List<Token> emoji) {
        List<Token> search = new ArrayList<>(Tokenizer.tokens("predict only"));
        search.addAll(emoji);
        try {
            return caption(CaptionParser.sentence(new TokenStream(search)));
        } catch (CaptionParseException e) {
            return null;
        }
    }

    private static List<Token> without(CaptionProblem problem, List<Token> tokens, int read) {
        return switch (problem) {
            case CaptionProblem.Unexpected(String typed, Keyword _) -> removed(typed, tokens, read);
            case CaptionProblem.OutOfRange(String typed, Keyword keyword)
                    when keyword == Keyword.ROTATE
                            && typed.startsWith("-")
                            && !typed.equals(QUARTER_BACK) ->
                    replaced(typed, tokens, read);
            case CaptionProblem.OutOfRange(String typed, Keyword _) -> removed(typed, tokens, read);
            case CaptionProblem.Count(String typed) -> removed(typed, tokens, read);
            case CaptionProblem.AtMost(String typed, Keyword _) -> withoutMost(typed, tokens, read);
            case CaptionProblem.UnknownAction(String typed) -> removed(typed, tokens, read);
            case CaptionProblem.UnknownThing(String typed) ->
                    removed(typed, withoutNumberBehind(tokens, read), read);
            case CaptionProblem.LeftOut _ -> tokens.subList(0, read);
            case CaptionProblem.Negated(String typed) -> removed(typed, tokens, read);
            case CaptionProblem.NothingNamed() -> removed("only", tokens, read);
            case CaptionProblem.NotInChain _ ->
                    tokens.subList(0, read < tokens.size() ? read : Math.max(0, read - 1));
            case CaptionProblem.GreyAlone _,
                    CaptionProblem.Contradiction _,
                    CaptionProblem.TooManySteps _,
                    CaptionProblem.TooLong _ ->
                    List.of();
        };
    }

    /** Behind a strange name a number is more likely a part of it than a confidence: "class 16". */
    private static List<Token> withoutNumberBehind(List<Token> tokens, int name) {
        List<Token> rest = new ArrayList<>(tokens);
        if (name + 1 < rest.size()
                && rest.get(name + 1) instanceof Token.Numeral number
                && number.isWhole()) {
            rest.remove(name + 1);
        }
        return rest;
    }

    /** Without the last of the tokens read, or the next, that was typed so, or is a part of what was. */
    private static List<Token> removed(String typed, List<Token> tokens, int read) {
        for (int i = Math.min(read, tokens.size() - 1); i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.whole().equals(typed) || token.typed().equals(typed)) {
                List<Token> rest = new ArrayList<>(tokens);
                if (new TokenStream(tokens.subList(i, i + 1)).seesNegation()) {
                    negated(rest, i).clear();
                } else if (token.whole().equals(typed)) {
                    wholeWord(rest, i).clear();
                } else {
                    rest.remove(i);
                }
                return rest;
            }
        }
        return List.of();
    }

    /** All the parts of the word that a token is one of. */
    private static List<Token> wholeWord(List<Token> tokens, int part) {
        String whole = tokens.get(part).whole();
        int begin = part;
        while (begin > 0 && tokens.get(begin - 1).whole().equals(whole)) {
            begin--;
        }
        int end = part + 1;
        while (end < tokens.size() && tokens.get(end).whole().equals(whole)) {
            end++;
        }
        return tokens.subList(begin, end);
    }

    /** A negation and what it takes out: what follows up to the next step, or the step before it where nothing follows. */
    private static List<Token> negated(List<Token> tokens, int negation) {
        int end = negation + 1;
        while (end < tokens.size() && !separates(tokens.get(end))) {
            end++;
        }
        int begin = negation;
        while (end == negation + 1 && begin > 0 && !separates(tokens.get(begin - 1))) {
            begin--;
        }
        return tokens.subList(begin, end);
    }

    private static boolean separates(Token token) {
        return new TokenStream(List.of(token)).isAtSeparator();
    }

    /** Without what was typed so and the number that it makes the most: the next, or the last where none follows. */
    private static List<Token> withoutMost(String typed, List<Token> tokens, int read) {
        List<Token> rest = new ArrayList<>(removed(typed, tokens, read));
        int next = read;
        while (next < rest.size()
                && !separates(rest.get(next))
                && !(rest.get(next) instanceof Token.Numeral)) {
            next++;
        }
        int last = Math.min(read, rest.size()) - 1;
        while (last >= 0 && !(rest.get(last) instanceof Token.Numeral)) {
            last--;
        }
        if (next < rest.size() && rest.get(next) instanceof Token.Numeral) {
            rest.subList(Math.min(read, next), next + 1).clear();
        } else if (last >= 0) {
            rest.subList(last, Math.min(read, rest.size())).clear();
        }
        return rest;
    }

    private static List<Token> replaced(String typed, List<Token> tokens, int read) {
        List<Token> rest = new ArrayList<>(tokens);
        for (int i = Math.min(read, tokens.size() - 1); i >= 0; i--) {
            if (tokens.get(i).typed().equals(typed)) {
                rest.set(i, new Token.Numeral(QUARTER_BACK, false, QUARTER_BACK));
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
                    case CaptionRequest.Absent _,
                            CaptionRequest.Misspelt _,
                            CaptionRequest.Unclear _ ->
                            "";
                };
        return caption.isEmpty() || caption.equals(Keyword.PREDICT.spoken()) ? null : caption;
    }
}
