package dev.polybot.bot.language;

import java.util.List;

/** Translates class names, which models give in English, into the reader's language. */
public final class ClassNames {

    private ClassNames() {}

    /** So many of a thing: "2 buses", "2 Busse". */
    public static String count(long number, String name, Language language) {
        List<String> forms = forms(name, language);
        return forms.isEmpty()
                ? Plurals.count(number, name)
                : number + " " + (number == 1 ? forms.getFirst() : forms.getLast());
    }

    /** One of them. */
    public static String name(String name, Language language) {
        List<String> forms = forms(name, language);
        return forms.isEmpty() ? name : forms.getFirst();
    }

    /** One and many of them; empty where the language has no word of its own for it. */
    public static List<String> forms(String name, Language language) {
        String forms = language.translate("thing." + name.replace(' ', '-'), "");
        return forms.isEmpty() ? List.of() : List.of(forms.split("\\|", 2));
    }
}
