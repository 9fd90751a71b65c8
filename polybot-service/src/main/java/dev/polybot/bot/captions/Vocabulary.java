package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Spellings and what they mean. Blanks and hyphens make no difference: "anti-clockwise" is "anti clockwise" and
 * "anticlockwise".
 */
final class Vocabulary<T> {

    /** As many words as the longest spelling may be torn into. */
    private static final int MAX_WORDS = 4;

    private final Map<String, T> meanings;

    /**
     * Words that were found to mean something.
     *
     * @param words how many of them
     */
    record Match<T>(T meaning, int words) {}

    private Vocabulary(Map<String, T> meanings) {
        this.meanings = meanings;
    }

    static <T> Vocabulary<T> of(T[] meanings, Function<T, String> spelling) {
        Map<String, T> spelt = new LinkedHashMap<>();
        Arrays.stream(meanings)
                .forEach(meaning -> spelt.put(compact(spelling.apply(meaning)), meaning));
        return new Vocabulary<>(spelt);
    }

    /** The same, with one more spelling, unless that one means something already. */
    Vocabulary<T> and(String spelling, T meaning) {
        Map<String, T> more = new LinkedHashMap<>(meanings);
        more.putIfAbsent(compact(spelling), meaning);
        return new Vocabulary<>(more);
    }

    /** The part of it that means one of these. */
    Vocabulary<T> only(Set<T> wanted) {
        Map<String, T> less = new HashMap<>(meanings);
        less.values().retainAll(wanted);
        return new Vocabulary<>(less);
    }

    /** What the longest spelling among the first words means; null when there is none. */
    @Nullable Match<T> exact(List<String> words) {
        for (int count = Math.min(MAX_WORDS, words.size()); count > 0; count--) {
            T meaning = meanings.get(String.join("", words.subList(0, count)));
            if (meaning != null) {
                return new Match<>(meaning, count);
            }
        }
        return null;
    }

    /** What the spelling nearest to the first words means; null when none is near. */
    @Nullable Match<T> nearest(List<String> words) {
        Match<T> nearest = null;
        int least = Integer.MAX_VALUE;
        for (int count = 1; count <= Math.min(MAX_WORDS, words.size()); count++) {
            String typed = String.join("", words.subList(0, count));
            for (Map.Entry<String, T> entry : meanings.entrySet()) {
                int distance = TypingDistance.between(typed, entry.getKey());
                if (distance < least && distance <= TypingDistance.tolerated(entry.getKey())) {
                    least = distance;
                    nearest = new Match<>(entry.getValue(), count);
                }
            }
        }
        return nearest;
    }

    private static String compact(String spelling) {
        return spelling.replaceAll("[^\\p{L}]", "");
    }
}
