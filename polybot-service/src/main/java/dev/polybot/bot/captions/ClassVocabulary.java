package dev.polybot.bot.captions;

import dev.polybot.bot.language.ClassNames;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.text.EnglishPlurals;

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
