package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/**
 * The parsed arguments of a filter or of {@code concat}: the keyword itself, its options and at most one number, which come in any order
 * behind it. Those of {@code predict} are {@link PredictParser}'s.
 *
 * @param number the one number among it; null for none
 */
record KeywordArguments(Keyword keyword, Set<Option> options, @Nullable NumberArgument number) {

    /** Reads up to the next separator or the next action's name. */
    static KeywordArguments read(TokenStream reading, Keyword keyword)
            throws CaptionParseException {
        Set<Option> options = EnumSet.noneOf(Option.class);
        NumberArgument number = null;
        while (!reading.isAtEnd()) {
            if (keyword == Keyword.SEGMENT) {
                reading.skipOver();
            }
            if (reading.isAtEnd() || reading.isAtSeparator()) {
                break;
            }
            if (number == null && reading.peek() instanceof Token.Numeral(String typed, _, _)) {
                number = new NumberArgument(typed, keyword);
                reading.advance();
            } else if (keyword != Keyword.CONCAT && reading.seesAtMost()) {
                throw new CaptionParseException(
                        new CaptionProblem.AtMost(reading.peek().typed(), keyword), keyword);
            } else if (!reading.skipFiller()) {
                Option option = option(reading, keyword);
                if (option == null) {
                    break;
                }
                options.add(option);
            }
        }
        return new KeywordArguments(keyword, options, number);
    }

    boolean has(Option option) {
        return options.contains(option);
    }

    /** The next option; null when the next action begins instead. */
    private static @Nullable Option option(TokenStream reading, Keyword keyword)
            throws CaptionParseException {
        Option exact = reading.take(keyword.options());
        if (exact != null || Keyword.isNext(reading)) {
            return exact;
        }
        Option near = reading.guess(keyword.options());
        if (near == null && !reading.nearlySees(Keyword.VOCABULARY)) {
            String typed = reading.peek().whole();
            throw reading.seesOpposite(keyword.options())
                            || reading.seesOpposite(Keyword.VOCABULARY)
                    ? new CaptionParseException(new CaptionProblem.Negated(typed), Keyword.PREDICT)
                    : new CaptionParseException(
                            new CaptionProblem.Unexpected(typed, keyword), keyword);
        }
        return near;
    }

    /** Refuses a number, for actions that take none. */
    void expectNoNumber() throws CaptionParseException {
        if (number != null) {
            throw new CaptionParseException(
                    new CaptionProblem.Unexpected(number.typed(), keyword), keyword);
        }
    }
}
