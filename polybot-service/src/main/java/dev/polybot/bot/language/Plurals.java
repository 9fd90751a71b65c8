package dev.polybot.bot.language;

import java.util.Map;
import java.util.Set;

/** English plurals of class names. Of a compound such as "wine glass" the last word changes. */
final class Plurals {

    private static final Map<String, String> IRREGULAR =
            Map.of(
                    "mouse", "mice",
                    "sheep", "sheep",
                    "fish", "fish",
                    "broccoli", "broccoli",
                    "knife", "knives",
                    "leaf", "leaves",
                    "man", "men",
                    "woman", "women",
                    "child", "children");

    /** What there is only in pairs. */
    private static final Set<String> PAIRS = Set.of("scissors", "skis");

    private Plurals() {}

    /** So many of a thing: "1 dog", "2 buses", "1 pair of scissors". */
    static String count(long number, String name) {
        if (PAIRS.contains(name)) {
            return number + (number == 1 ? " pair of " : " pairs of ") + name;
        }
        return number + " " + (number == 1 ? name : plural(name));
    }

    private static String plural(String name) {
        int lastWord = name.lastIndexOf(' ') + 1;
        return name.substring(0, lastWord) + pluralOfWord(name.substring(lastWord));
    }

    private static String pluralOfWord(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        return word.matches(".*[^aeiou]y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    }
}
