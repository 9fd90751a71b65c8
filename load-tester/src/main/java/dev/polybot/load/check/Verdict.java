package dev.polybot.load.check;

/**
 * Whether an answer is right.
 *
 * @param score how far it agrees with what was expected, 0 to 1: the F1 score of its boxes or counts
 * @param words why it is wrong; empty when it is right
 */
public record Verdict(boolean right, double score, String words) {

    static Verdict of(boolean right, double score, String words) {
        return new Verdict(right, score, right ? "" : words);
    }
}
