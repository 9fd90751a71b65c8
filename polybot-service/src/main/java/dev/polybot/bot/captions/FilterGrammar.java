package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Contour;
import dev.polybot.bot.filters.Filter;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.filters.Rotate;
import dev.polybot.bot.filters.SaltAndPepper;
import dev.polybot.bot.filters.Segment;

import org.jspecify.annotations.Nullable;

/** {@code blur [n]}, {@code contour}, {@code rotate …}, {@code salt and pepper [share]}, {@code segment [n]}. */
final class FilterGrammar {

    private static final int QUARTER = 90;
    private static final int FULL = 360;

    private FilterGrammar() {}

    /** Reads what follows a filter's name. */
    static FilterStep read(TokenStream reading, Keyword keyword, boolean grey)
            throws CaptionParseException {
        Arguments arguments = Arguments.read(reading, keyword);
        NumberArgument number = arguments.number();
        Filter filter =
                switch (keyword) {
                    case BLUR -> new Blur(whole(number, Blur.MAX_SIZE, Blur.DEFAULT_SIZE));
                    case SEGMENT ->
                            new Segment(
                                    whole(
                                            number,
                                            Segment.MAX_THRESHOLD,
                                            Segment.DEFAULT_THRESHOLD));
                    case SALT_AND_PEPPER ->
                            new SaltAndPepper(
                                    number == null
                                            ? SaltAndPepper.DEFAULT_SHARE
                                            : number.share(reading));
                    case ROTATE -> rotate(arguments);
                    case CONTOUR -> contour(number);
                    case CONCAT, PREDICT ->
                            throw new IllegalArgumentException(keyword + " is no filter");
                };
        return new FilterStep(filter, grey || arguments.has(Option.GREY));
    }

    private static int whole(@Nullable NumberArgument number, int most, int otherwise)
            throws CaptionParseException {
        return number == null ? otherwise : number.whole(0, most);
    }

    private static Filter contour(@Nullable NumberArgument number) throws CaptionParseException {
        if (number != null) {
            throw new CaptionParseException(
                    new CaptionProblem.Unexpected(number.typed(), Keyword.CONTOUR),
                    Keyword.CONTOUR);
        }
        return new Contour();
    }

    private static Filter rotate(Arguments arguments) throws CaptionParseException {
        if (arguments.has(Option.CLOCKWISE) && arguments.has(Option.ANTI_CLOCKWISE)) {
            throw new CaptionParseException(
                    new CaptionProblem.Contradiction(
                            Option.CLOCKWISE.spoken(), Option.ANTI_CLOCKWISE.spoken()),
                    Keyword.ROTATE);
        }
        NumberArgument number = arguments.number();
        int degrees = number == null ? QUARTER : number.whole(QUARTER, FULL - QUARTER);
        if (number != null && degrees % QUARTER != 0) {
            throw number.outOfRange();
        }
        return new Rotate(arguments.has(Option.ANTI_CLOCKWISE) ? FULL - degrees : degrees);
    }
}
