package dev.polybot.bot.language;

import dev.polybot.model.prediction.Failure;

import java.text.MessageFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates failures of predictions, which detector and bot store in English, into the reader's language. */
public final class FailureTexts {

    /** Of a file whose format is known and not read. */
    private static final Pattern NAMED =
            Pattern.compile("That is an? (?<format>.+?) file, which .*");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private FailureTexts() {}

    /** What a person reads of it; what the English sentence calls the file by, and its numbers, every other says too. */
    public static String text(Failure failure, Language language) {
        String key = "failure." + failure.code();
        Matcher named = NAMED.matcher(failure.sentence());
        if (!named.matches()) {
            return translated(key, failure, language, numbers(failure));
        }
        String format = named.group("format");
        String name = language.translate("format." + format.replace(' ', '-'), format);
        return translated(key + ".named", failure, language, name);
    }

    /** The sentence as it is where a translation is missing, or tells of more than the sentence does. */
    private static String translated(
            String key, Failure failure, Language language, Object... facts) {
        String text =
                new MessageFormat(language.translate(key, ""), language.locale()).format(facts);
        return text.isEmpty() || text.contains("{") ? failure.sentence() : text;
    }

    private static Object[] numbers(Failure failure) {
        return NUMBER.matcher(failure.sentence()).results().map(MatchResult::group).toArray();
    }
}
