package dev.polybot.load.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what was found with what was expected.
 *
 * @param leastScore the F1 score from which an answer is right, 0 to 1
 * @param leastIou the overlap from which two boxes of a class are the same thing, over 0 and at most 1
 */
public record ExpectationChecker(double leastScore, double leastIou) {

    public ExpectationChecker {
        if (!(leastScore >= 0 && leastScore <= 1)) {
            throw new IllegalArgumentException("--min-score takes 0 to 1");
        }
        if (!(leastIou > 0 && leastIou <= 1)) {
            throw new IllegalArgumentException("--iou is more than 0 and at most 1");
        }
    }

    public Verdict check(Expectation expected, Finding found) {
        return switch (expected) {
            case Expectation.MainClass(String name) -> mainClass(name, found);
            case Expectation.Counts(Map<String, Integer> counts) -> counts(counts, found);
            case Expectation.Boxes(List<Box> boxes) -> boxes(boxes, found);
        };
    }

    private Verdict boxes(List<Box> expected, Finding found) {
        if (!(found instanceof Finding.Boxes(List<Box> boxes))) {
            return counts(Finding.countsOf(expected), found);
        }
        int pairs = BoxMatching.pairs(expected, boxes, leastIou);
        return scored(
                f1(pairs, expected.size(), boxes.size()),
                (expected.size() - pairs) + " missing, " + (boxes.size() - pairs) + " extra",
                found);
    }

    private Verdict counts(Map<String, Integer> expected, Finding found) {
        Map<String, Integer> counts;
        switch (found) {
            case Finding.Boxes(List<Box> boxes) -> counts = Finding.countsOf(boxes);
            case Finding.Counts(Map<String, Integer> said) -> counts = said;
            case Finding.Classes(List<String> names) -> {
                return classes(expected.keySet(), names, found);
            }
        }
        int common =
                expected.entrySet().stream()
                        .mapToInt(
                                count ->
                                        Math.min(
                                                count.getValue(),
                                                counts.getOrDefault(count.getKey(), 0)))
                        .sum();
        return scored(
                f1(common, sum(expected), sum(counts)),
                "expected " + new Finding.Counts(expected).inWords(),
                found);
    }

    /** One class is the most confident thing's, which must be one of those expected; several are all of them. */
    private Verdict classes(Set<String> expected, List<String> names, Finding found) {
        String words = "expected " + new TreeSet<>(expected);
        if (names.size() == 1 && expected.contains(names.getFirst())) {
            return new Verdict(true, 1, "");
        }
        int common = (int) names.stream().distinct().filter(expected::contains).count();
        return scored(
                f1(common, expected.size(), (int) names.stream().distinct().count()), words, found);
    }

    private static Verdict mainClass(String expected, Finding found) {
        List<String> named =
                switch (found) {
                    case Finding.Boxes(List<Box> boxes) ->
                            boxes.isEmpty() ? List.of() : List.of(boxes.getFirst().className());
                    case Finding.Counts(Map<String, Integer> counts) ->
                            List.copyOf(counts.keySet());
                    case Finding.Classes(List<String> names) -> names;
                };
        boolean right =
                expected.isEmpty()
                        ? named.isEmpty()
                        : named.stream().anyMatch(name -> same(name, expected));
        return Verdict.of(
                right,
                right ? 1 : 0,
                "expected "
                        + (expected.isEmpty() ? "nothing" : expected)
                        + ", found "
                        + found.inWords());
    }

    private Verdict scored(double score, String words, Finding found) {
        return Verdict.of(score >= leastScore, score, words + ", found " + found.inWords());
    }

    private static double f1(int common, int expected, int found) {
        return expected + found == 0 ? 1 : 2.0 * common / (expected + found);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
