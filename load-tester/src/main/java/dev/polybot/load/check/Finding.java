package dev.polybot.load.check;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an answer says is in a picture, as far as the way it came lets it say. */
public sealed interface Finding {

    /** Every thing and its place, the most confident first. */
    record Boxes(List<Box> boxes) implements Finding {

        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    /** How many of each class. */
    record Counts(Map<String, Integer> counts) implements Finding {

        public Counts {
            counts = Map.copyOf(counts);
        }
    }

    /** Names of classes: of the most confident thing, or of all that were found. */
    record Classes(List<String> names) implements Finding {

        public Classes {
            names = List.copyOf(names);
        }
    }

    /** In words, such as {@code 2 person, 1 dog}, the same for the same things. */
    default String inWords() {
        return switch (this) {
            case Boxes(List<Box> boxes) -> inWords(countsOf(boxes));
            case Counts(Map<String, Integer> counts) -> inWords(counts);
            case Classes(List<String> names) ->
                    names.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(names));
        };
    }

    static Map<String, Integer> countsOf(List<Box> boxes) {
        Map<String, Integer> counts = new TreeMap<>();
        boxes.forEach(box -> counts.merge(box.className(), 1, Integer::sum));
        return counts;
    }

    private static String inWords(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "nothing"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(joining(", "));
    }
}
