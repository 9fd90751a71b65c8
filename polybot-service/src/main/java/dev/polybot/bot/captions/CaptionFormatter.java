package dev.polybot.bot.captions;

import static java.util.Objects.requireNonNull;

import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.Direction;
import dev.polybot.bot.filters.Filter;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.model.detection.DetectionOptions;

import java.util.stream.Collectors;

/**
 * Formats requests as captions in their shortest form, which parse as the same requests, and suggests corrections of
 * mistyped ones.
 */
public final class CaptionFormatter {

    private CaptionFormatter() {}

    /** The steps of a chain. */
    public static String of(CaptionRequest.Chain chain) {
        return chain.steps().stream().map(CaptionFormatter::of).collect(Collectors.joining(", "));
    }

    /** Joining pictures. */
    public static String of(CaptionRequest.Join join) {
        Concat concat = join.concat();
        String way =
                concat.direction() == Direction.LEFT_TO_RIGHT
                        ? ""
                        : " " + Option.valueOf(concat.direction().name()).spoken();
        return Keyword.CONCAT.spoken() + way + grey(concat.grey());
    }

    /** Finding things. */
    public static String of(CaptionRequest.Predict predict) {
        return of(predict.options());
    }

    /** Finding things, as {@code predict 0.4 only dog}. */
    public static String of(DetectionOptions options) {
        return (Keyword.PREDICT.spoken() + ' ' + options.canonical()).strip();
    }

    /** A corrected request as the suggestion that it is. */
    static CaptionRequest misspelt(CaptionRequest corrected) {
        return switch (corrected) {
            case CaptionRequest.Chain chain ->
                    suggestion(of(chain), keyword(chain.steps().getFirst().filter()));
            case CaptionRequest.Join join -> suggestion(of(join), Keyword.CONCAT);
            case CaptionRequest.Predict predict -> suggestion(of(predict), Keyword.PREDICT);
            case CaptionRequest.Absent absent -> absent;
            case CaptionRequest.Misspelt misspelt -> misspelt;
            case CaptionRequest.Unclear unclear -> unclear;
        };
    }

    private static CaptionRequest.Misspelt suggestion(String meant, Keyword keyword) {
        return new CaptionRequest.Misspelt(meant, keyword.help().exampleOtherThan(meant));
    }

    private static String of(FilterStep step) {
        Keyword keyword = keyword(step.filter());
        String setting =
                requireNonNull(requireNonNull(keyword.filterSyntax()).format(step.filter()));
        return keyword.spoken() + (setting.isEmpty() ? "" : ' ' + setting) + grey(step.grey());
    }

    private static Keyword keyword(Filter filter) {
        return Keyword.filters().stream()
                .filter(keyword -> requireNonNull(keyword.filterSyntax()).format(filter) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no words for " + filter));
    }

    private static String grey(boolean grey) {
        return grey ? " " + Option.GREY.spoken() : "";
    }
}
