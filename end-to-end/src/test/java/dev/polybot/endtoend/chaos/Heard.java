package dev.polybot.endtoend.chaos;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What has been said of a job so far.
 *
 * @param doubles answers beyond the one that is due
 * @param words what is wrong, for whoever reads the report; empty where nothing is
 * @param noticed when a notice of waiting was first seen that is all that is too many; null for none
 */
record Heard(Verdict verdict, int doubles, String words, @Nullable Instant noticed) {

    Heard(Verdict verdict, int doubles, String words) {
        this(verdict, doubles, words, null);
    }

    /** The same, where all that is too many is a notice of waiting: when that was first seen. */
    Heard withNotice(@Nullable Instant seen) {
        return new Heard(verdict, doubles, words, seen);
    }

    enum Verdict {
        /** Nothing has been said, or not all of it. */
        WAITING,
        RIGHT,
        /** The person was told that it did not succeed, and asked to send it again. */
        GAVE_UP,
        WRONG
    }

    private static final int ATTEMPTS = 5;

    static final Heard NOTHING = new Heard(Verdict.WAITING, 0, "");

    static Heard right(int doubles) {
        return new Heard(Verdict.RIGHT, doubles, "");
    }

    /** A picture that cannot be looked at was told so; right, unless that was because the detector died of it. */
    static Heard failed(String words) {
        Heard heard = wrong(0, words);
        return heard.verdict() == Verdict.GAVE_UP ? heard : right(0);
    }

    static Heard wrong(int doubles, String words) {
        return new Heard(
                words.contains("tried several times") ? Verdict.GAVE_UP : Verdict.WRONG,
                doubles,
                words);
    }

    /**
     * What it counts as, where so many bots have been harmed while the job was in work. A bot apologises for what it could
     * not do in {@value #ATTEMPTS} attempts: rightly when as many bots died of it, or while they did it.
     */
    Verdict verdictAfter(long harms) {
        return verdict == Verdict.WRONG
                        && words.contains("something went wrong on my side")
                        && harms >= ATTEMPTS
                ? Verdict.GAVE_UP
                : verdict;
    }
}
