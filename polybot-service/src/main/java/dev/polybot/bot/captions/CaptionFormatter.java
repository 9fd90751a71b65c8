package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.Contour;
import dev.polybot.bot.filters.Direction;
import dev.polybot.bot.filters.Filter;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.filters.Rotate;
import dev.polybot.bot.filters.SaltAndPepper;
import dev.polybot.bot.filters.Segment;
import dev.polybot.model.detection.DetectionOptions;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes requests as the captions that ask for them, in the shortest form; what is written is read as the same request. */
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
        DetectionOptions options = predict.options();
        Double confidence = options.minConfidence();
        String things = options.classes().stream().sorted().collect(Collectors.joining(", "));
        return Keyword.PREDICT.spoken()
                + (confidence == null ? "" : " " + plain(confidence))
                + (things.isEmpty() ? "" : " only " + things);
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
        return new CaptionRequest.Misspelt(meant, HelpPages.of(keyword).exampleOtherThan(meant));
    }

    private static String of(FilterStep step) {
        Filter filter = step.filter();
        String setting =
                switch (filter) {
                    case Blur(int size) -> size == Blur.DEFAULT_SIZE ? "" : " " + size;
                    case Segment(int threshold) ->
                            threshold == Segment.DEFAULT_THRESHOLD ? "" : " " + threshold;
                    case SaltAndPepper(double share) ->
                            share == SaltAndPepper.DEFAULT_SHARE ? "" : " " + plain(share);
                    case Rotate(int degrees) ->
                            degrees == 270 ? " anti-clockwise 90" : " " + degrees;
                    case Contour() -> "";
                };
        return keyword(filter).spoken() + setting + grey(step.grey());
    }

    private static Keyword keyword(Filter filter) {
        return switch (filter) {
            case Blur _ -> Keyword.BLUR;
            case Contour _ -> Keyword.CONTOUR;
            case Rotate _ -> Keyword.ROTATE;
            case SaltAndPepper _ -> Keyword.SALT_AND_PEPPER;
            case Segment _ -> Keyword.SEGMENT;
        };
    }

    private static String grey(boolean grey) {
        return grey ? " " + Option.GREY.spoken() : "";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
