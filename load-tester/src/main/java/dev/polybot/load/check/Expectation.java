package dev.polybot.load.check;

import java.util.List;
import java.util.Map;

/** What is known to be in a picture. */
public sealed interface Expectation {

    /** The class of the picture's main thing, as the course's lists have it; empty for nothing. */
    record MainClass(String name) implements Expectation {}

    /** How many of each class. */
    record Counts(Map<String, Integer> counts) implements Expectation {

        public Counts {
            counts = Map.copyOf(counts);
        }
    }

    /** Every thing and its place. */
    record Boxes(List<Box> boxes) implements Expectation {

        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }
}
