package dev.polybot.bot.captions;

import static dev.polybot.bot.captions.Option.ANTI_CLOCKWISE;
import static dev.polybot.bot.captions.Option.CLOCKWISE;
import static dev.polybot.bot.captions.Option.GREY;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The actions, by the words that begin them. */
public enum Keyword {
    PREDICT("predict"),
    BLUR("blur"),
    CONTOUR("contour"),
    ROTATE("rotate"),
    SALT_AND_PEPPER("salt and pepper"),
    SEGMENT("segment"),
    CONCAT("concat");

    static final Vocabulary<Keyword> VOCABULARY =
            Vocabulary.of(values(), Keyword::spoken)
                    .and("contours", CONTOUR)
                    .and("salt n pepper", SALT_AND_PEPPER)
                    .and("salt pepper", SALT_AND_PEPPER)
                    .and("pepper and salt", SALT_AND_PEPPER)
                    .and("concatenate", CONCAT);

    private final String spoken;

    Keyword(String spoken) {
        this.spoken = spoken;
    }

    /** As it is written in a caption. */
    public String spoken() {
        return spoken;
    }

    /** As a Telegram command, without the slash: letters and underscores only. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words that may follow it. */
    Vocabulary<Option> options() {
        Set<Option> options =
                switch (this) {
                    case BLUR, CONTOUR, SALT_AND_PEPPER, SEGMENT -> EnumSet.of(GREY);
                    case ROTATE -> EnumSet.of(GREY, CLOCKWISE, ANTI_CLOCKWISE);
                    case CONCAT -> EnumSet.complementOf(EnumSet.of(CLOCKWISE, ANTI_CLOCKWISE));
                    case PREDICT -> EnumSet.noneOf(Option.class);
                };
        return Option.VOCABULARY.only(options);
    }

    /** Whether it is one of the steps that a chain is made of. */
    boolean isFilter() {
        return this != PREDICT && this != CONCAT;
    }
}
