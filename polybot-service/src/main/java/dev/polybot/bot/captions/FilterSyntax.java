package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Filter;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** The argument syntax of one filter: parses and formats its arguments, and describes them to the help. */
interface FilterSyntax {
    /** The filter that is asked for. */
    Filter parse(KeywordArguments arguments, TokenStream tokens) throws CaptionParseException;

    /** The words behind the name, empty where they may be left out; null for a filter of another kind. */
    @Nullable String format(Filter filter);

    /** Its form in the help. */
    String usage();

    /** What its messages quote: the largest number that it takes, and the one it takes when none is given. */
    List<String> messageArguments();

    /** Names the message for a number that it does not take: {@code problem.range.*}. */
    String rangeMessageKey();

    /** The words that it knows. */
    default Set<Option> options() {
        return EnumSet.of(Option.GREY);
    }

    /** A filter without a setting. */
    record Plain<F extends Filter>(Class<F> type, Supplier<F> make) implements FilterSyntax {
        @Override
        public Filter parse(KeywordArguments arguments, TokenStream tokens)
                throws CaptionParseException {
            arguments.expectNoNumber();
            return make.get();
        }

        @Override
        public @Nullable String format(Filter filter) {
            return type.isInstance(filter) ? "" : null;
        }

        @Override
        public String usage() {
            return "";
        }

        @Override
        public List<String> messageArguments() {
            return List.of();
        }

        @Override
        public String rangeMessageKey() {
            return "none";
        }
    }

    /**
     * A filter with a whole number, from 0.
     *
     * @param max the largest
     * @param defaultValue what is taken when none is given
     */
    record Whole<F extends Filter>(
            Class<F> type, IntFunction<F> make, ToIntFunction<F> setting, int max, int defaultValue)
            implements FilterSyntax {
        @Override
        public Filter parse(KeywordArguments arguments, TokenStream tokens)
                throws CaptionParseException {
            NumberArgument number = arguments.number();
            return make.apply(number == null ? defaultValue : number.whole(0, max));
        }

        @Override
        public @Nullable String format(Filter filter) {
            if (!type.isInstance(filter)) {
                return null;
            }
            int number = setting.applyAsInt(type.cast(filter));
            return number == defaultValue ? "" : Integer.toString(number);
        }

        @Override
        public String usage() {
            return "[0-" + max + "]";
        }

        @Override
        public List<String> messageArguments() {
            return List.of(Integer.toString(max), Integer.toString(defaultValue));
        }

        @Override
        public String rangeMessageKey() {
            return "whole";
        }
    }

    /**
     * A filter with a part of 1, which may be given in per cent.
     *
     * @param defaultValue what is taken when none is given
     */
    record Share<F extends Filter>(
            Class<F> type, DoubleFunction<F> make, ToDoubleFunction<F> setting, double defaultValue)
            implements FilterSyntax {
        @Override
        public Filter parse(KeywordArguments arguments, TokenStream tokens)
                throws CaptionParseException {
            NumberArgument number = arguments.number();
            return make.apply(number == null ? defaultValue : number.share(tokens));
        }

        @Override
        public @Nullable String format(Filter filter) {
            if (!type.isInstance(filter)) {
                return null;
            }
            double share = setting.applyAsDouble(type.cast(filter));
            return share == defaultValue
                    ? ""
                    : BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
        }

        @Override
        public String usage() {
            return "[0-1]";
        }

        @Override
        public List<String> messageArguments() {
            return List.of("1", Double.toString(defaultValue));
        }

        @Override
        public String rangeMessageKey() {
            return "share";
        }
    }
}
