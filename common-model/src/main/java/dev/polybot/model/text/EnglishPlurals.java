package dev.polybot.model.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lists the plurals that people may type for the name of a class; some are none in English, and mean what was meant. */
public final class EnglishPlurals {

    private static final Map<String, String> IRREGULAR =
            Map.of("person", "people", "mouse", "mice", "knife", "knives");

    private EnglishPlurals() {}

    /** In lower case. */
    public static Set<String> of(String name) {
        String singular = name.toLowerCase(Locale.ROOT);
        Set<String> plurals = new TreeSet<>(Set.of(singular + "s", singular + "es"));
        String irregular = IRREGULAR.get(singular);
        if (irregular != null) {
            plurals.add(irregular);
        }
        return plurals;
    }
}
