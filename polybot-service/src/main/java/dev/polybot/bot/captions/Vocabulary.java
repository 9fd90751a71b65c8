package dev.polybot.bot.captions;

import dev.polybot.model.text.TypingDistance;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A dictionary from spellings to meanings, with nearest-match lookup. Blanks and hyphens make no difference:
 * "anti-clockwise" is "anti clockwise" and "anticlockwise".
 */
final class Vocabulary<T> {

    /** As many words as "anticlockwise" and its like may be torn into. */
    private static final int LEAST_WORDS = 4;

    private static final int SHORT = 3;

    private final Map<String, T> meanings;

    /** As many words as the longest spelling has or may be torn into. */
    private final int mostWords;

    /**
     * Words that were found to mean something.
     *
     * @param words how many of them
     */
    record Match<T>(T meaning, int words) {}

    private Vocabulary(Map<String, T> meanings, int mostWords) {
        this.meanings = meanings;
        this.mostWords = mostWords;
    }

    static <T> Vocabulary<T> of(T[] meanings, Function<T, String> spelling) {
        Map<String, T> spelt = new LinkedHashMap<>();
        int words = LEAST_WORDS;
        for (T meaning : meanings) {
            List<String> pieces = pieces(spelling.apply(meaning));
            spelt.put(String.join("", pieces), meaning);
            words = Math.max(words, pieces.size());
        }
        return new Vocabulary<>(spelt, words);
    }

    /** The same, with one more spelling, unless that one means something already. */
    Vocabulary<T> and(String spelling, T meaning) {
        Map<String, T> more = new LinkedHashMap<>(meanings);
        List<String> pieces = pieces(spelling);
        more.putIfAbsent(String.join("", pieces), meaning);
        return new Vocabulary<>(more, Math.max(mostWords, pieces.size()));
    }

    /** The part of it that means one of these. */
    Vocabulary<T> only(Set<T> wanted) {
        Map<String, T> less = new HashMap<>(meanings);
        less.values().retainAll(wanted);
        return new Vocabulary<>(less, mostWords);
    }

    /** What the longest spelling among the first words means; null when there is none. */
    @Nullable Match<T> exact(List<String> words) {
        for (int count = Math.min(mostWords, words.size()); count > 0; count--) {
            T meaning = meanings.get(String.join("", words.subList(0, count)));
            if (meaning != null) {
                return new Match<>(meaning, count);
            }
        }
        return null;
    }

    /** What the spelling nearest to the first words means; null when none is near, and no letter of them is right. */
    @Nullable Match<T> nearest(List<String> words) {
        Match<T> nearest = null;
        int least = Integer.MAX_VALUE;
        for (int count = 1; count <= Math.min(mostWords, words.size()); count++) {
            String typed = String.join("", words.subList(0, count));
            for (Map.Entry<String, T> entry : meanings.entrySet()) {
                int distance = TypingDistance.between(typed, entry.getKey());
                if (distance < Math.min(least, typed.length())
                        && distance <= TypingDistance.tolerated(entry.getKey())
                        && !isAnotherShortWord(typed, entry.getKey())) {
                    least = distance;
                    nearest = new Match<>(entry.getValue(), count);
                }
            }
        }
        return nearest;
    }

    /** With another letter most short words are words of their own: "red" and "bed". */
    private static boolean isAnotherShortWord(String typed, String word) {
        return word.length() <= SHORT
                && typed.length() == word.length()
                && typed.chars().anyMatch(letter -> word.indexOf(letter) < 0);
    }

    /** The words and digits of a spelling, as the reading of a caption takes it apart. */
    private static List<String> pieces(String spelling) {
        return Tokenizer.tokens(spelling).stream()
                .filter(token -> token instanceof Token.Word || token instanceof Token.Numeral)
                .map(Token::typed)
                .toList();
    }
}
