package dev.polybot.load.check;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether every answer to a picture is the same as the first. It needs to know nothing of the pictures, and yet finds answers
 * that were mixed up.
 */
public final class ConsistencyChecker {

    /** A detector's boxes for the same bytes move by rounding at most. */
    private static final ExpectationChecker CHECKER = new ExpectationChecker(1, 0.95);

    private final Map<String, Finding> first = new ConcurrentHashMap<>();

    /** What is wrong with an answer to a picture; null when it is like the first. */
    public @Nullable String fault(String picture, Finding found) {
        Finding before = first.putIfAbsent(picture, found);
        if (before == null || CHECKER.check(expectation(before), found).right()) {
            return null;
        }
        return "found "
                + found.inWords()
                + ", but "
                + before.inWords()
                + " in the same picture before";
    }

    private static Expectation expectation(Finding finding) {
        return switch (finding) {
            case Finding.Boxes boxes -> new Expectation.Boxes(boxes.boxes());
            case Finding.Counts counts -> new Expectation.Counts(counts.counts());
            case Finding.Classes classes ->
                    new Expectation.MainClass(
                            classes.names().isEmpty() ? "" : classes.names().getFirst());
        };
    }
}
