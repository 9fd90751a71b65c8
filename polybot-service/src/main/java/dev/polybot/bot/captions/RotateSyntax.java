package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Filter;
import dev.polybot.bot.filters.Rotate;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Parses and formats {@code rotate [clockwise|anti-clockwise] [90|180|270]}: a quarter clockwise unless it says otherwise. */
final class RotateSyntax implements FilterSyntax {
    private static final int QUARTER = 90;
    private static final int FULL = 360;

    @Override
    public Filter parse(KeywordArguments arguments, TokenStream tokens)
            throws CaptionParseException {
        if (arguments.has(Option.CLOCKWISE) && arguments.has(Option.ANTI_CLOCKWISE)) {
            throw new CaptionParseException(
                    new CaptionProblem.Contradiction(
                            Option.CLOCKWISE.spoken(), Option.ANTI_CLOCKWISE.spoken()),
                    arguments.keyword());
        }
        NumberArgument number = arguments.number();
        boolean directed = arguments.has(Option.CLOCKWISE) || arguments.has(Option.ANTI_CLOCKWISE);
        if (number != null && !directed && number.typed().matches("-(90|180|270)")) {
            tokens.markCorrected();
            return new Rotate(FULL + Integer.parseInt(number.typed()));
        }
        int degrees = degrees(number);
        return new Rotate(arguments.has(Option.ANTI_CLOCKWISE) ? FULL - degrees : degrees);
    }

    private static int degrees(@Nullable NumberArgument number) throws CaptionParseException {
        int degrees = number == null ? QUARTER : number.whole(QUARTER, FULL - QUARTER);
        if (number != null && degrees % QUARTER != 0) {
            throw number.outOfRange();
        }
        return degrees;
    }

    @Override
    public @Nullable String format(Filter filter) {
        if (filter instanceof Rotate(int degrees)) {
            return degrees == FULL - QUARTER
                    ? Option.ANTI_CLOCKWISE.spoken() + ' ' + QUARTER
                    : Integer.toString(degrees);
        }
        return null;
    }

    @Override
    public String usage() {
        return "[clockwise|anti-clockwise] [90|180|270]";
    }

    @Override
    public List<String> messageArguments() {
        return List.of();
    }

    @Override
    public String rangeMessageKey() {
        return "rotate";
    }

    @Override
    public Set<Option> options() {
        return EnumSet.of(Option.GREY, Option.CLOCKWISE, Option.ANTI_CLOCKWISE);
    }
}
