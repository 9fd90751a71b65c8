package dev.polybot.bot.captions;

import dev.polybot.bot.language.ClassNames;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.text.EnglishPlurals;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The class names that {@code predict only …} accepts: as the model in use calls them, and their plurals. It is the one part
 * of the language that is learnt; until it is, COCO's 80 are known.
 */
public final class ClassVocabulary {

    /** What examples name where the model knows it. */
    private static final List<String> USUAL = List.of("person", "dog", "car");

    /** What people say for a thing that models call otherwise, in all languages. */
    private static final Map<String, List<String>> ALSO_CALLED =
            Map.of(
                    "person",
                    List.of(
                            "man",
                            "men",
                            "woman",
                            "women",
                            "human",
                            "humans",
                            "mann",
                            "männer",
                            "frau",
                            "frauen",
                            "mensch",
                            "menschen",
                            "leute"),
                    "cell phone",
                    List.of(
                            "phone",
                            "phones",
                            "mobile phone",
                            "mobile phones",
                            "telefon",
                            "telefone"),
                    "bicycle",
                    List.of("bike", "bikes"),
                    "motorcycle",
                    List.of("motorbike", "motorbikes"),
                    "dining table",
                    List.of("table", "tables", "tisch", "tische"));

    /** The emoji of things that are called otherwise in Unicode. */
    private static final Map<String, String> ALSO_SHOWN =
            Map.ofEntries(
                    Map.entry("person", "👤👥👦👧👶👮👷💂💃🚶🏃🧑🧒🧓👪"),
                    Map.entry("bicycle", "🚴🚵"),
                    Map.entry("car", "🚗🚘🚕🚖🚙"),
                    Map.entry("motorcycle", "🛵"),
                    Map.entry("bus", "🚐🚎"),
                    Map.entry("train", "🚂🚃🚇🚈🚊🚋🚝🚞"),
                    Map.entry("truck", "🚛🚒"),
                    Map.entry("boat", "⛵🚢🚤⛴🛶"),
                    Map.entry("stop sign", "🛑"),
                    Map.entry("bird", "🐔🐓🐤🐥🐧🕊🦅🦆🦉🦜🦢"),
                    Map.entry("dog", "🐩"),
                    Map.entry("backpack", "🎒"),
                    Map.entry("tie", "👔"),
                    Map.entry("suitcase", "🧳💼"),
                    Map.entry("frisbee", "🥏"),
                    Map.entry("skis", "🎿⛷"),
                    Map.entry("snowboard", "🏂"),
                    Map.entry("sports ball", "⚽⚾🏀🏈🏐🥎"),
                    Map.entry("surfboard", "🏄"),
                    Map.entry("tennis racket", "🎾"),
                    Map.entry("cup", "☕🍵"),
                    Map.entry("knife", "🔪"),
                    Map.entry("orange", "🍊"),
                    Map.entry("donut", "🍩"),
                    Map.entry("cake", "🍰"),
                    Map.entry("chair", "💺"),
                    Map.entry("bed", "🛌"),
                    Map.entry("tv", "📺🖥"),
                    Map.entry("laptop", "💻"),
                    Map.entry("clock", "⌚"),
                    Map.entry("vase", "🏺"));

    private static volatile Learnt learnt = Learnt.of(CocoClasses.NAMES);

    private ClassVocabulary() {}

    /**
     * All that follows from a model's names.
     *
     * @param shown those that examples name
     */
    private record Learnt(Vocabulary<String> known, List<String> shown) {

        static Learnt of(List<String> names) {
            return new Learnt(vocabulary(names), ClassVocabulary.shown(names));
        }
    }

    /** Speaks of these from now on. */
    public static void learn(List<String> names) {
        learnt = Learnt.of(names);
    }

    /** An example with things that can be asked for in the places of {@code {things}} and {@code {thing}}. */
    static String inExample(String caption) {
        List<String> names = learnt.shown();
        return caption.replace(
                        "{things}", String.join(", ", names.subList(0, Math.min(2, names.size()))))
                .replace("{thing}", names.getLast());
    }

    private static List<String> shown(List<String> names) {
        if (names.containsAll(USUAL)) {
            return List.of("person", "dog", "cars");
        }
        List<String> some =
                names.stream()
                        .filter(name -> !name.matches(".*[,;\\n].*"))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .limit(USUAL.size())
                        .toList();
        return some.isEmpty() ? USUAL : some;
    }

    static Vocabulary<String> known() {
        return learnt.known();
    }

    /** The thing that an emoji shows, which a part of its name may be: "cat face"; null for none. */
    static @Nullable String shownBy(String emoji) {
        for (Map.Entry<String, String> shown : ALSO_SHOWN.entrySet()) {
            Vocabulary.Match<String> match =
                    shown.getValue().contains(emoji)
                            ? known().exact(List.of(shown.getKey().split(" ")))
                            : null;
            if (match != null) {
                return match.meaning();
            }
        }
        List<String> words = nameOf(emoji);
        for (int first = 0; first < words.size(); first++) {
            Vocabulary.Match<String> match = known().exact(words.subList(first, words.size()));
            if (match != null) {
                return match.meaning();
            }
        }
        return null;
    }

    /** Whether an emoji's whole name is a thing's: the folded hands that say "please" are no person. */
    static boolean isCalledAs(String emoji) {
        List<String> words = nameOf(emoji);
        Vocabulary.Match<String> match = known().exact(words);
        return match != null && match.words() == words.size();
    }

    private static List<String> nameOf(String emoji) {
        String name = Character.getName(emoji.codePointAt(0));
        return List.of((name == null ? "" : name.toLowerCase(Locale.ROOT)).split("[ -]"));
    }

    private static Vocabulary<String> vocabulary(List<String> names) {
        Vocabulary<String> things =
                Vocabulary.of(names.toArray(String[]::new), name -> name.toLowerCase(Locale.ROOT));
        for (String name : names) {
            for (String plural : EnglishPlurals.of(name)) {
                things = things.and(plural, name);
            }
        }
        // Last, so that no language's word takes another meaning from an English one.
        for (Language language : Language.values()) {
            for (String name : names) {
                for (String translation : ClassNames.forms(name, language)) {
                    things = things.and(translation.toLowerCase(language.locale()), name);
                }
            }
        }
        for (String name : names) {
            for (String other :
                    ALSO_CALLED.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())) {
                things = things.and(other, name);
            }
        }
        return things;
    }
}
