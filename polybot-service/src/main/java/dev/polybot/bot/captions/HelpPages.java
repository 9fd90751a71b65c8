package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.SaltAndPepper;
import dev.polybot.bot.filters.Segment;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The help on captions: what can be typed. What it means stands in the messages of each language. */
public final class HelpPages {

    private static final HelpPage PREDICT =
            new HelpPage(
                    Keyword.PREDICT.spoken(),
                    "predict [confidence] [only thing, thing]",
                    List.of(
                            "predict",
                            "predict 0.4",
                            "predict 40%",
                            "predict only person, dog",
                            "predict 60% only cars"),
                    List.of());

    private static final HelpPage BLUR =
            new HelpPage(
                    Keyword.BLUR.spoken(),
                    "blur [0-" + Blur.MAX_SIZE + "] [grey]",
                    List.of("blur", "blur 10", "blur 10 grey"),
                    List.of("" + Blur.MAX_SIZE, "" + Blur.DEFAULT_SIZE));

    private static final HelpPage CONTOUR =
            new HelpPage(
                    Keyword.CONTOUR.spoken(),
                    "contour [grey]",
                    List.of("contour", "contour grey"),
                    List.of());

    private static final HelpPage ROTATE =
            new HelpPage(
                    Keyword.ROTATE.spoken(),
                    "rotate [clockwise|anti-clockwise] [90|180|270] [grey]",
                    List.of(
                            "rotate",
                            "rotate 180",
                            "rotate anti-clockwise",
                            "rotate 270 clockwise"),
                    List.of());

    private static final HelpPage SALT_AND_PEPPER =
            new HelpPage(
                    Keyword.SALT_AND_PEPPER.spoken(),
                    "salt and pepper [0-1] [grey]",
                    List.of("salt and pepper", "salt and pepper 0.1", "salt and pepper 10%"),
                    List.of("1", "" + SaltAndPepper.DEFAULT_SHARE));

    private static final HelpPage SEGMENT =
            new HelpPage(
                    Keyword.SEGMENT.spoken(),
                    "segment [0-" + Segment.MAX_THRESHOLD + "] [grey]",
                    List.of("segment", "segment 150", "segment grey"),
                    List.of("" + Segment.MAX_THRESHOLD, "" + Segment.DEFAULT_THRESHOLD));

    private static final HelpPage CONCAT =
            new HelpPage(
                    Keyword.CONCAT.spoken(),
                    "concat [horizontal|vertical] [left-to-right|right-to-left|top-to-bottom|bottom-to-top] [grey]",
                    List.of(
                            "concat",
                            "concat vertical",
                            "concat right-to-left",
                            "concat bottom-to-top"),
                    List.of("" + Concat.MAX_PICTURES));

    private static final HelpPage CHAINS =
            new HelpPage(
                    "chains",
                    "filter, filter, …",
                    List.of("rotate 90, blur 8, contour", "segment grey, contour"),
                    List.of("" + CaptionLanguage.MAX_STEPS));

    /** All pages, in the order in which the help shows them. */
    public static final List<HelpPage> ALL =
            List.of(PREDICT, BLUR, CONTOUR, ROTATE, SALT_AND_PEPPER, SEGMENT, CONCAT, CHAINS);

    private static final Vocabulary<HelpPage> TOPICS =
            Vocabulary.of(ALL.toArray(HelpPage[]::new), HelpPage::topic).and("chain", CHAINS);

    private HelpPages() {}

    /** The page about the topic that is named, or nearly named, at the beginning of a text; null when there is none. */
    public static @Nullable HelpPage about(String text) {
        TokenStream reading = new TokenStream(Token.in(text));
        reading.skipSeparatorsAndFillers();
        Keyword keyword = reading.take(Keyword.VOCABULARY);
        return keyword == null ? reading.guess(TOPICS) : of(keyword);
    }

    /** The page about an action. */
    public static HelpPage of(Keyword keyword) {
        return switch (keyword) {
            case PREDICT -> PREDICT;
            case BLUR -> BLUR;
            case CONTOUR -> CONTOUR;
            case ROTATE -> ROTATE;
            case SALT_AND_PEPPER -> SALT_AND_PEPPER;
            case SEGMENT -> SEGMENT;
            case CONCAT -> CONCAT;
        };
    }
}
