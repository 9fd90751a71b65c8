package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.Contour;
import dev.polybot.bot.filters.SaltAndPepper;
import dev.polybot.bot.filters.Segment;
import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The actions of the caption language, each with its spellings, syntax, options and help page. All that captions, the help,
 * the menus and the photo's buttons know of a filter stands here; its texts stand in the messages of each language, by its
 * {@link #command}.
 */
@SuppressWarnings("ImmutableEnumChecker") // records without state of their own
public enum Keyword {
    PREDICT(
            "predict",
            "[confidence] [only thing, thing]",
            List.of(),
            "predict",
            "predict 0.4",
            "predict 40%",
            "predict only {things}",
            "predict 60% only {thing}"),
    BLUR(
            "blur",
            new FilterSyntax.Whole<>(
                    Blur.class, Blur::new, Blur::size, Blur.MAX_SIZE, Blur.DEFAULT_SIZE),
            "blur",
            "blur 10",
            "blur 10 grey"),
    CONTOUR(
            "contour",
            new FilterSyntax.Plain<>(Contour.class, Contour::new),
            "contour",
            "contour grey"),
    ROTATE(
            "rotate",
            new RotateSyntax(),
            "rotate",
            "rotate 180",
            "rotate anti-clockwise",
            "rotate 270 clockwise"),
    SALT_AND_PEPPER(
            "salt and pepper",
            new FilterSyntax.Share<>(
                    SaltAndPepper.class,
                    SaltAndPepper::new,
                    SaltAndPepper::share,
                    SaltAndPepper.DEFAULT_SHARE),
            "salt and pepper",
            "salt and pepper 0.1",
            "salt and pepper 10%"),
    SEGMENT(
            "segment",
            new FilterSyntax.Whole<>(
                    Segment.class,
                    Segment::new,
                    Segment::threshold,
                    Segment.MAX_THRESHOLD,
                    Segment.DEFAULT_THRESHOLD),
            "segment",
            "segment 150",
            "segment grey"),
    CONCAT(
            "concat",
            "[horizontal|vertical]"
                    + " [left-to-right|right-to-left|top-to-bottom|bottom-to-top] [grey]",
            List.of(Integer.toString(Concat.MAX_PICTURES)),
            "concat",
            "concat vertical",
            "concat right-to-left",
            "concat bottom-to-top");

    static final Vocabulary<Keyword> VOCABULARY =
            Vocabulary.of(values(), Keyword::spoken)
                    .and("detect", PREDICT)
                    .and("contours", CONTOUR)
                    .and("salt n pepper", SALT_AND_PEPPER)
                    .and("salt pepper", SALT_AND_PEPPER)
                    .and("pepper and salt", SALT_AND_PEPPER)
                    .and("concatenate", CONCAT);

    /** What they are called in all languages: no captions, but answered with one. */
    private static final Vocabulary<Keyword> TRANSLATIONS = translations();

    private final String spoken;
    private final @Nullable FilterSyntax filter;
    private final HelpPage help;

    Keyword(String spoken, FilterSyntax filter, String... examples) {
        this.spoken = spoken;
        this.filter = filter;
        String setting = filter.usage().isEmpty() ? "" : ' ' + filter.usage();
        this.help =
                new HelpPage(
                        spoken,
                        spoken + setting + " [grey]",
                        List.of(examples),
                        filter.messageArguments());
    }

    Keyword(String spoken, String usage, List<String> limits, String... examples) {
        this.spoken = spoken;
        this.filter = null;
        this.help = new HelpPage(spoken, spoken + ' ' + usage, List.of(examples), limits);
    }

    /** The filters, in the order in which they are shown. */
    public static List<Keyword> filters() {
        return Arrays.stream(values()).filter(keyword -> keyword.filter != null).toList();
    }

    /** As it is written in a caption. */
    public String spoken() {
        return spoken;
    }

    /** As a Telegram command, without the slash, and as its texts are known: letters and underscores only. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the help says about it. */
    HelpPage help() {
        return help;
    }

    /** How it is typed where it is one of the steps that a chain is made of; null where it is not. */
    @Nullable FilterSyntax filterSyntax() {
        return filter;
    }

    /** Whether a name of one comes next, in any language. */
    static boolean isNext(TokenStream reading) {
        return reading.sees(VOCABULARY) || reading.sees(TRANSLATIONS);
    }

    /** The one whose name in any language, or nearly whose name, comes next, and goes past it; null for none. */
    static @Nullable Keyword guess(TokenStream reading) {
        Keyword translated = reading.take(TRANSLATIONS);
        if (translated == null) {
            return reading.guess(VOCABULARY);
        }
        reading.markCorrected();
        return translated;
    }

    private static Vocabulary<Keyword> translations() {
        Vocabulary<Keyword> translations = Vocabulary.of(new Keyword[0], Keyword::spoken);
        for (Language language : Language.values()) {
            for (Keyword keyword : values()) {
                for (String word :
                        language.translate("action." + keyword.command(), "").split("\\|", -1)) {
                    translations = translations.and(word, keyword);
                }
            }
        }
        return translations;
    }

    /** The words that may follow it. */
    Vocabulary<Option> options() {
        Set<Option> options =
                switch (this) {
                    case CONCAT ->
                            EnumSet.complementOf(
                                    EnumSet.of(Option.CLOCKWISE, Option.ANTI_CLOCKWISE));
                    default -> filter == null ? EnumSet.noneOf(Option.class) : filter.options();
                };
        return Option.VOCABULARY.only(options);
    }
}
