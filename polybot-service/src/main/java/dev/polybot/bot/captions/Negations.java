package dev.polybot.bot.captions;

import java.util.ArrayList;
import java.util.List;

/** Words, and beginnings of words, that take out what they stand with. */
final class Negations {

    /** Words that take out what follows, or in German what stands before: "no grey". */
    static final Vocabulary<String> WORDS =
            Vocabulary.of(
                    new String[] {
                        "not",
                        "no",
                        "non",
                        "don",
                        "dont",
                        "never",
                        "without",
                        "except",
                        "but",
                        "ignore",
                        "ignoring",
                        "exclude",
                        "excluding",
                        "minus",
                        "neither",
                        "nor",
                        "nicht",
                        "kein",
                        "keine",
                        "keinen",
                        "nie",
                        "ohne",
                        "außer",
                        "ausser",
                        "ignoriere",
                        "weder"
                    },
                    word -> word);

    /** What takes out the rest of its word: "un-cat", "nondogs". */
    private static final List<String> BEGINNINGS =
            List.of("non", "not", "no", "un", "nicht", "kein", "ohne");

    private Negations() {}

    static boolean isOne(String word) {
        return WORDS.exact(List.of(word)) != null;
    }

    /** Whether the first of these words is one of those with a beginning that takes it out. */
    static boolean beginsOpposite(List<String> words, Vocabulary<?> of) {
        return !words.isEmpty()
                && BEGINNINGS.stream()
                        .filter(words.getFirst()::startsWith)
                        .anyMatch(beginning -> of.exact(without(beginning, words)) != null);
    }

    private static List<String> without(String beginning, List<String> words) {
        List<String> rest = new ArrayList<>(words);
        rest.set(0, words.getFirst().substring(beginning.length()));
        return rest;
    }
}
