package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;

/** Translates class names, which models give in English, into the reader's language. */
public final class ClassNames {

    private ClassNames() {}

    /** So many of a thing: "2 buses", "2 Busse". */
    static String count(long number, String name, Language language) {
        String forms = language.translate(key(name), "");
        if (forms.isEmpty()) {
            return Plurals.count(number, name);
        }
        String[] oneAndMany = forms.split("\\|", 2);
        return number + " " + oneAndMany[number == 1 ? 0 : oneAndMany.length - 1];
    }

    /** One of them. */
    public static String name(String name, Language language) {
        return language.translate(key(name), name).split("\\|", 2)[0];
    }

    private static String key(String name) {
        return "thing." + name.replace(' ', '-');
    }
}
