package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.FilterStep;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The parser of captions: from text to requests. It has three kinds of sentences: a chain of filters ({@code rotate 90, blur
 * 8, contour}), {@code concat …} and {@code predict …}. Case, blanks, hyphens, a leading slash, the bot's name and British
 * or American spelling make no difference; the words behind an action may come in any order. {@link HelpIndex} teaches it.
 */
public final class CaptionParser {

    /** Steps in a chain. */
    public static final int MAX_STEPS = 10;

    /** Characters of a caption that Telegram takes (Bot API, sendPhoto). */
    public static final int MAX_LENGTH = 1024;

    private static final Vocabulary<Option> GREY = Option.VOCABULARY.only(EnumSet.of(Option.GREY));

    /** Words for the same wish that are no captions but can be answered with one. */
    private static final Vocabulary<Option> COLOURLESS =
            GREY.and("monochrome", Option.GREY)
                    .and("grau", Option.GREY)
                    .and("graustufen", Option.GREY)
                    .and("schwarzweiß", Option.GREY)
                    .and("schwarzweiss", Option.GREY)
                    .and("schwarz und weiß", Option.GREY);

    /** A filter that changes nothing is what is left of one without colours. */
    private static final String GREY_AND_NOTHING_ELSE = "blur 0 grey";

    private CaptionParser() {}

    /**
     * What a caption asks for.
     *
     * @param caption as the user typed it; null for none
     */
    public static CaptionRequest parse(@Nullable String caption) {
        if (caption == null || caption.isBlank()) {
            return new CaptionRequest.Absent();
        }
        if (caption.length() > MAX_LENGTH) {
            return new CaptionParseException(new CaptionProblem.TooLong(), Keyword.PREDICT)
                    .asRequest(null);
        }
        List<Token> read = Tokenizer.tokens(caption, ClassVocabulary::isCalledAs);
        List<Token> tokens = read.stream().allMatch(CaptionParser::isOrnament) ? List.of() : read;
        TokenStream reading = new TokenStream(tokens);
        try {
            CaptionRequest request = sentence(reading);
            return reading.wasCorrected() ? CaptionFormatter.misspelt(request) : request;
        } catch (CaptionParseException e) {
            return e.asRequest(CaptionRepair.suggest(tokens, reading.position(), e));
        }
    }

    /** Alone, signs say no more than a smile does, unless they show things. */
    private static boolean isOrnament(Token token) {
        return token instanceof Token.Symbol(String typed)
                && ClassVocabulary.shownBy(typed) == null;
    }

    /** What the tokens ask for, corrected or not; to be called once for each reading. */
    static CaptionRequest sentence(TokenStream reading) throws CaptionParseException {
        List<FilterStep> steps = new ArrayList<>();
        reading.skipSeparatorsAndFillers();
        do {
            boolean grey = reading.take(GREY) != null;
            reading.skipSeparatorsAndFillers();
            if (grey && reading.isAtEnd() && !steps.isEmpty()) {
                FilterStep last = steps.removeLast();
                steps.add(new FilterStep(last.filter(), true));
                break;
            }
            Keyword keyword = keyword(reading, grey);
            FilterSyntax filter = keyword.filterSyntax();
            if (filter == null) {
                return alone(reading, keyword, grey, steps.isEmpty());
            }
            KeywordArguments arguments = KeywordArguments.read(reading, keyword);
            steps.add(
                    new FilterStep(
                            filter.parse(arguments, reading), grey || arguments.has(Option.GREY)));
            if (steps.size() > MAX_STEPS) {
                throw new CaptionParseException(new CaptionProblem.TooManySteps(), Keyword.ROTATE);
            }
            reading.skipSeparatorsAndFillers();
        } while (!reading.isAtEnd());
        return new CaptionRequest.Chain(steps);
    }

    private static Keyword keyword(TokenStream reading, boolean grey) throws CaptionParseException {
        Keyword exact = reading.take(Keyword.VOCABULARY);
        boolean negated = reading.seesNegation();
        Keyword keyword = exact == null && !negated ? Keyword.guess(reading) : exact;
        if (keyword == null) {
            String within = negated ? null : reading.negationWithin(Keyword.VOCABULARY);
            if (within != null) {
                throw new CaptionParseException(
                        new CaptionProblem.Negated(within), Keyword.PREDICT);
            }
            String typed = reading.isAtEnd() ? "" : reading.peek().whole();
            boolean colourless = grey || (!negated && reading.guess(COLOURLESS) != null);
            reading.skipSeparatorsAndFillers();
            throw colourless && reading.isAtEnd()
                    ? new CaptionParseException(
                            new CaptionProblem.GreyAlone(), GREY_AND_NOTHING_ELSE)
                    : new CaptionParseException(
                            new CaptionProblem.UnknownAction(typed), Keyword.PREDICT);
        }
        return keyword;
    }

    private static CaptionRequest alone(
            TokenStream reading, Keyword keyword, boolean grey, boolean first)
            throws CaptionParseException {
        if (!first) {
            throw new CaptionParseException(new CaptionProblem.NotInChain(keyword), keyword);
        }
        if (keyword == Keyword.CONCAT) {
            Concat concat = ConcatParser.read(reading, grey);
            reading.skipSeparatorsAndFillers();
            boolean greyBehind = reading.take(GREY) != null;
            CaptionRequest join =
                    new CaptionRequest.Join(
                            new Concat(concat.direction(), concat.grey() || greyBehind));
            reading.skipSeparatorsAndFillers();
            if (!reading.isAtEnd()) {
                throw new CaptionParseException(new CaptionProblem.NotInChain(keyword), keyword);
            }
            return join;
        }
        if (grey) {
            throw new CaptionParseException(
                    new CaptionProblem.Unexpected(Option.GREY.spoken(), keyword), keyword);
        }
        return new CaptionRequest.Predict(PredictParser.read(reading));
    }
}
