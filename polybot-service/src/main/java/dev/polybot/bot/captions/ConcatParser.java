package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.Direction;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/** Parses {@code concat [horizontal|vertical] [left-to-right|right-to-left|top-to-bottom|bottom-to-top]}. */
final class ConcatParser {

    private static final Set<Option> LINES = EnumSet.of(Option.HORIZONTAL, Option.VERTICAL);

    private static final Set<Option> WAYS =
            EnumSet.of(
                    Option.LEFT_TO_RIGHT,
                    Option.RIGHT_TO_LEFT,
                    Option.TOP_TO_BOTTOM,
                    Option.BOTTOM_TO_TOP);

    private ConcatParser() {}

    /** Reads what follows the name. */
    static Concat read(TokenStream reading, boolean grey) throws CaptionParseException {
        KeywordArguments arguments = KeywordArguments.read(reading, Keyword.CONCAT);
        arguments.expectNoNumber();
        return new Concat(direction(arguments), grey || arguments.has(Option.GREY));
    }

    private static Direction direction(KeywordArguments arguments) throws CaptionParseException {
        Option line = theOne(arguments, LINES);
        Option way = theOne(arguments, WAYS);
        if (way == null) {
            return line == Option.VERTICAL ? Direction.TOP_TO_BOTTOM : Direction.LEFT_TO_RIGHT;
        }
        Direction direction = Direction.valueOf(way.name());
        if (line != null && direction.isHorizontal() != (line == Option.HORIZONTAL)) {
            throw contradiction(line, way);
        }
        return direction;
    }

    private static @Nullable Option theOne(KeywordArguments arguments, Set<Option> among)
            throws CaptionParseException {
        Set<Option> given = EnumSet.copyOf(among);
        given.retainAll(arguments.options());
        Iterator<Option> options = given.iterator();
        Option one = options.hasNext() ? options.next() : null;
        if (one != null && options.hasNext()) {
            throw contradiction(one, options.next());
        }
        return one;
    }

    private static CaptionParseException contradiction(Option one, Option other) {
        return new CaptionParseException(
                new CaptionProblem.Contradiction(one.spoken(), other.spoken()), Keyword.CONCAT);
    }
}
