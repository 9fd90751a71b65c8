package dev.polybot.bot.language;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * A language that the bot speaks: English, and one for each file {@code messages_xx.properties} beside this class. What it says
 * stands in these files, as {@link MessageFormat}s. What comes in English from elsewhere, such as the names of things, has its
 * translations in {@code translations*.properties}.
 */
public final class Language {
    /** What is spoken with everybody whose language is not known here. */
    public static final Language ENGLISH = new Language(Locale.ENGLISH);

    private static final List<Language> ALL = all();

    private final Locale locale;

    private Language(Locale language) {
        this.locale = Locale.forLanguageTag(bundle("messages", language).getString("locale"));
    }

    /** All there are: those that have a file, English first. */
    public static List<Language> values() {
        return ALL;
    }

    private static List<Language> all() {
        Stream<Language> others =
                Arrays.stream(Locale.getISOLanguages())
                        .filter(code -> Language.class.getResource(file(code)) != null)
                        .map(code -> new Language(Locale.of(code)));
        return Stream.concat(Stream.of(ENGLISH), others).toList();
    }

    private static String file(String code) {
        return "messages_" + code + ".properties";
    }

    /**
     * The language to use with somebody.
     *
     * @param code what Telegram says of their client, such as {@code de} or {@code pt-br}; null when it says nothing
     */
    public static Language of(@Nullable String code) {
        String language = code == null ? "" : Locale.forLanguageTag(code).getLanguage();
        for (Language known : ALL) {
            if (known.code().equals(language)) {
                return known;
            }
        }
        return ENGLISH;
    }

    /** Its two letters, as Telegram names it. */
    public String code() {
        return locale.getLanguage();
    }

    /** How times and numbers are written. */
    public Locale locale() {
        return locale;
    }

    /** A message of the bot. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle("messages").getString(key), locale).format(arguments);
    }

    /** What is said for something that comes in English: its translation where there is one. */
    public String translate(String key, String english) {
        ResourceBundle translations = bundle("translations");
        return translations.containsKey(key) ? translations.getString(key) : english;
    }

    @Override
    public String toString() {
        return code();
    }

    private ResourceBundle bundle(String name) {
        return bundle(name, locale);
    }

    /** Read once: the platform remembers it. Whatever language the machine speaks, a missing text must not come in that one. */
    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "dev.polybot.bot.language." + name,
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
