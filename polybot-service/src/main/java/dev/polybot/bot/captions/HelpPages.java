package dev.polybot.bot.captions;

import dev.polybot.bot.captions.HelpPage.Example;
import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.SaltAndPepper;
import dev.polybot.bot.filters.Segment;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The help on captions, in English. */
public final class HelpPages {

    private static final HelpPage PREDICT =
            new HelpPage(
                    Keyword.PREDICT.spoken(),
                    "Finds the things in your picture, draws a box around each and counts them.",
                    "predict [confidence] [only thing, thing]",
                    List.of(
                            new Example("predict", "everything I recognise"),
                            new Example("predict 0.4", "only what I am at least 40% sure of"),
                            new Example("predict 40%", "the same"),
                            new Example(
                                    "predict only person, dog", "people and dogs, nothing else"),
                            new Example("predict 60% only cars", "both together")));

    private static final HelpPage BLUR =
            new HelpPage(
                    Keyword.BLUR.spoken(),
                    "Makes your picture soft. The number, up to "
                            + Blur.MAX_SIZE
                            + ", says how soft.",
                    "blur [0-" + Blur.MAX_SIZE + "] [grey]",
                    List.of(
                            new Example("blur", "as soft as blur " + Blur.DEFAULT_SIZE),
                            new Example("blur 10", "a little less"),
                            new Example("blur 10 grey", "the same without colours")));

    private static final HelpPage CONTOUR =
            new HelpPage(
                    Keyword.CONTOUR.spoken(),
                    "Leaves only the outlines, bright on black.",
                    "contour [grey]",
                    List.of(
                            new Example("contour", "outlines in colour"),
                            new Example("contour grey", "outlines in grey")));

    private static final HelpPage ROTATE =
            new HelpPage(
                    Keyword.ROTATE.spoken(),
                    "Turns your picture, clockwise unless you say otherwise.",
                    "rotate [clockwise|anti-clockwise] [90|180|270] [grey]",
                    List.of(
                            new Example("rotate", "a quarter clockwise"),
                            new Example("rotate 180", "upside down"),
                            new Example("rotate anti-clockwise", "a quarter anti-clockwise"),
                            new Example("rotate 270 clockwise", "the same")));

    private static final HelpPage SALT_AND_PEPPER =
            new HelpPage(
                    Keyword.SALT_AND_PEPPER.spoken(),
                    "Strews white and black dots. The number, 0 to 1, is the share of the picture they take.",
                    "salt and pepper [0-1] [grey]",
                    List.of(
                            new Example(
                                    "salt and pepper",
                                    "the same as salt and pepper " + SaltAndPepper.DEFAULT_SHARE),
                            new Example("salt and pepper 0.1", "dots on a tenth of the picture"),
                            new Example("salt and pepper 10%", "the same")));

    private static final HelpPage SEGMENT =
            new HelpPage(
                    Keyword.SEGMENT.spoken(),
                    "Leaves only full colours: what is brighter than the number becomes full, all else black.",
                    "segment [0-" + Segment.MAX_THRESHOLD + "] [grey]",
                    List.of(
                            new Example(
                                    "segment", "the same as segment " + Segment.DEFAULT_THRESHOLD),
                            new Example("segment 150", "darker"),
                            new Example("segment grey", "black and white")));

    private static final HelpPage CONCAT =
            new HelpPage(
                    Keyword.CONCAT.spoken(),
                    "Joins the pictures of an album, "
                            + Concat.MIN_PICTURES
                            + " to "
                            + Concat.MAX_PICTURES
                            + " of any size, to one. Put the caption on any of them.",
                    "concat [horizontal|vertical] [left-to-right|right-to-left|top-to-bottom|bottom-to-top] [grey]",
                    List.of(
                            new Example("concat", "side by side, the first one left"),
                            new Example(
                                    "concat vertical", "one above the other, the first one on top"),
                            new Example(
                                    "concat right-to-left", "side by side, the first one right"),
                            new Example("concat bottom-to-top", "the first one at the bottom")));

    private static final HelpPage CHAINS =
            new HelpPage(
                    "chains",
                    "Several filters one after the other, with commas between them, at most "
                            + CaptionLanguage.MAX_STEPS
                            + ".",
                    "filter, filter, …",
                    List.of(
                            new Example("rotate 90, blur 8, contour", "turned, softened, outlined"),
                            new Example(
                                    "segment grey, contour",
                                    "the outlines of black and white areas")));

    /** All pages, in the order in which the help shows them. */
    public static final List<HelpPage> ALL =
            List.of(PREDICT, BLUR, CONTOUR, ROTATE, SALT_AND_PEPPER, SEGMENT, CONCAT, CHAINS);

    private static final Vocabulary<HelpPage> TOPICS =
            Vocabulary.of(ALL.toArray(HelpPage[]::new), HelpPage::topic).and("chain", CHAINS);

    private HelpPages() {}

    /** The page about the topic that is named, or nearly named, at the beginning of a text; null when there is none. */
    public static @Nullable HelpPage about(String text) {
        Reading reading = new Reading(Token.in(text));
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
