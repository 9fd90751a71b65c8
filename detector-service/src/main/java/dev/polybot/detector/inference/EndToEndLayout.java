package dev.polybot.detector.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the output of end-to-end networks, {@code [boxes, 6]}: rows of left, top, right, bottom (in input pixels),
 * confidence and the number of the class. The network has chosen one box a thing, and fills up with rows of no confidence.
 */
record EndToEndLayout() implements OutputLayout {

    static final int COLUMNS = 6;

    /** Whether the number of a class stands where it should: scores of other networks are no whole numbers. */
    static boolean fits(NetworkOutput output) {
        float[] values = output.values();
        return IntStream.range(0, values.length / COLUMNS)
                .mapToObj(row -> values[row * COLUMNS + COLUMNS - 1])
                .allMatch(number -> number == Math.rint(number));
    }

    @Override
    public List<Candidate> candidates(NetworkOutput output, float threshold) {
        float[] values = output.values();
        List<Candidate> candidates = new ArrayList<>();
        for (int start = 0; start + COLUMNS <= values.length; start += COLUMNS) {
            float confidence = values[start + 4];
            if (!(confidence <= threshold)) {
                Box box =
                        new Box(
                                values[start],
                                values[start + 1],
                                values[start + 2],
                                values[start + 3]);
                candidates.add(new Candidate(box, Math.round(values[start + 5]), confidence));
            }
        }
        return candidates;
    }

    @Override
    public boolean isSuppressed() {
        return true;
    }

    @Override
    public String label() {
        return "end-to-end layout";
    }
}
