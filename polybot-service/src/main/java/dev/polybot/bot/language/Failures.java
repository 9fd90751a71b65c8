package dev.polybot.bot.language;

import dev.polybot.model.prediction.Failure;

import java.text.MessageFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates failures, which both services tell in English, into the reader's language. */
public final class Failures {

    /** Of a file whose format is known and not read. */
    private static final Pattern NAMED =
            Pattern.compile("That is an? (?<format>.+?) file, which .*");

    private Failures() {}

    /** What a person reads of it; what the English sentence calls the file by, every other does too. */
    public static String text(Failure failure, Language language) {
        String key = "failure." + failure.code();
        Matcher named = NAMED.matcher(failure.sentence());
        if (!named.matches()) {
            return language.translate(key, failure.sentence());
        }
        String format = named.group("format");
        String translated = language.translate(key + ".named", "");
        String name = language.translate("format." + format.replace(' ', '-'), format);
        return translated.isEmpty()
                ? failure.sentence()
                : new MessageFormat(translated, language.locale()).format(new Object[] {name});
    }
}
