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

/** Parses the arguments of filters and formats filters as captions. */
interface FilterSyntax {
    /** The filter that is asked for. */
    Filter read(Arguments arguments, TokenStream tokens) throws CaptionParseException;

    /** The words behind the name, empty where they may be left out; null for a filter of another kind. */
    @Nullable String write(Filter filter);

    /** Its form in the help. */
    String usage();

    /** What its texts quote: the largest number that it takes, and the one it takes when none is given. */
    List<String> limits();

    /** The text for a number that it does not take: {@code problem.range.*}. */
    String range();

    /** The words that it knows. */
    default Set<Option> options() {
        return EnumSet.of(Option.GREY);
    }

    /** A filter without a setting. */
    record Plain<F extends Filter>(Class<F> type, Supplier<F> make) implements FilterSyntax {
        @Override
        public Filter read(Arguments arguments, TokenStream tokens) throws CaptionParseException {
            arguments.expectNoNumber();
            return make.get();
        }

        @Override
        public @Nullable String write(Filter filter) {
            return type.isInstance(filter) ? "" : null;
        }

        @Override
        public String usage() {
            return "";
        }

        @Override
        public List<String> limits() {
            return List.of();
        }

        @Override
        public String range() {
            return "none";
        }
    }

    /**
     * A filter with a whole number, from 0.
     *
     * @param most the largest
     * @param usual what is taken when none is given
     */
    record Whole<F extends Filter>(
            Class<F> type, IntFunction<F> make, ToIntFunction<F> setting, int most, int usual)
            implements FilterSyntax {
        @Override
        public Filter read(Arguments arguments, TokenStream tokens) throws CaptionParseException {
            NumberArgument number = arguments.number();
            return make.apply(number == null ? usual : number.whole(0, most));
        }

        @Override
        public @Nullable String write(Filter filter) {
            if (!type.isInstance(filter)) {
                return null;
            }
            int number = setting.applyAsInt(type.cast(filter));
            return number == usual ? "" : Integer.toString(number);
        }

        @Override
        public String usage() {
            return "[0-" + most + "]";
        }

        @Override
        public List<String> limits() {
            return List.of(Integer.toString(most), Integer.toString(usual));
        }

        @Override
        public String range() {
            return "whole";
        }
    }

    /**
     * A filter with a part of 1, which may be given in per cent.
     *
     * @param usual what is taken when none is given
     */
    record Share<F extends Filter>(
            Class<F> type, DoubleFunction<F> make, ToDoubleFunction<F> setting, double usual)
            implements FilterSyntax {
        @Override
        public Filter read(Arguments arguments, TokenStream tokens) throws CaptionParseException {
            NumberArgument number = arguments.number();
            return make.apply(number == null ? usual : number.share(tokens));
        }

        @Override
        public @Nullable String write(Filter filter) {
            if (!type.isInstance(filter)) {
                return null;
            }
            double share = setting.applyAsDouble(type.cast(filter));
            return share == usual
                    ? ""
                    : BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
        }

        @Override
        public String usage() {
            return "[0-1]";
        }

        @Override
        public List<String> limits() {
            return List.of("1", Double.toString(usual));
        }

        @Override
        public String range() {
            return "share";
        }
    }
}
