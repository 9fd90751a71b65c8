package dev.polybot.endtoend;

import java.util.Map;

/** What a summary must contain: a count of a class that needs no plural rule of its own to be told from others. */
final class Summaries {

    private Summaries() {}

    /** The start of the summary of such counts: the most frequent class. */
    static String of(Map<String, Integer> counts) {
        Map.Entry<String, Integer> first =
                counts.entrySet().stream()
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
                        .orElseThrow();
        return first.getValue() + " " + first.getKey();
    }
}
