package dev.polybot.model.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How many slips of the finger lie between two words: a letter too many, too few, wrong, or two neighbours swapped
 * (Damerau-Levenshtein distance, no letter touched twice).
 */
public final class TypingDistance {

    private static final int LETTERS_A_SLIP = 3;
    private static final int MOST_SLIPS = 3;

    private TypingDistance() {}

    /** The one of the words that was probably meant, if one is near enough. */
    public static Optional<String> nearest(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> between(typed, word) <= tolerated(word))
                .min(
                        Comparator.comparingInt((String word) -> between(typed, word))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** So many slips may be made in a word and it is still taken to be meant; its hyphens are no letters. */
    public static int tolerated(String word) {
        return Math.clamp(word.replace("-", "").length() / LETTERS_A_SLIP, 1, MOST_SLIPS);
    }

    /** The largest number there is where the words are much too different. */
    public static int between(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_SLIPS) {
            return Integer.MAX_VALUE;
        }
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : leastOf(distance, one, i, other, j);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int leastOf(int[][] distance, String one, int i, String other, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + wrong);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
