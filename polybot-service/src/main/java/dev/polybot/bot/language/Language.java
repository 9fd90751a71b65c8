package dev.polybot.bot.language;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A language that the bot speaks. What it says stands in {@code messages*.properties}, as {@link MessageFormat}s. What comes
 * in English from elsewhere, such as the names of things, has its translations in {@code translations*.properties}.
 */
public enum Language {
    ENGLISH(Locale.UK),
    GERMAN(Locale.GERMANY);

    /** Whatever language the machine speaks, a text that is missing must not come in that one. */
    private static final Control AS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language to use with somebody.
     *
     * @param code what Telegram says of their client, such as {@code de} or {@code pt-br}; null when it says nothing
     */
    public static Language of(@Nullable String code) {
        String language = code == null ? "" : Locale.forLanguageTag(code).getLanguage();
        for (Language known : values()) {
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

    /** Read once: the platform remembers it. */
    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("dev.polybot.bot.language." + name, locale, AS_ASKED);
    }
}
