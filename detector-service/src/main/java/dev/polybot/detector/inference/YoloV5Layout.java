package dev.polybot.detector.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads YOLOv5's output {@code [boxes, 5 + classes]}: rows of centre, width, height (in input pixels), objectness and one
 * score for each class.
 */
record YoloV5Layout() implements OutputLayout {

    static final int BOX_COLUMNS = 5;

    private static final int OBJECTNESS = 4;

    /** Those whose objectness and whose confidence both exceed the threshold, as Ultralytics' detect.py has it. */
    @Override
    public List<Candidate> candidates(NetworkOutput output, float threshold) {
        float[] values = output.values();
        int columns = output.columns();
        List<Candidate> candidates = new ArrayList<>();
        for (int start = 0; start + columns <= values.length; start += columns) {
            float objectness = values[start + OBJECTNESS];
            if (objectness <= threshold) {
                continue;
            }
            int best = bestClass(values, start + BOX_COLUMNS, columns - BOX_COLUMNS);
            float confidence = objectness * values[start + BOX_COLUMNS + best];
            // What is no number is not passed over: it is a failure, which Candidate tells.
            if (!(confidence <= threshold)) {
                candidates.add(new Candidate(box(values, start), best, confidence));
            }
        }
        return candidates;
    }

    private static int bestClass(float[] values, int start, int classes) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (values[start + i] > values[start + best]) {
                best = i;
            }
        }
        return best;
    }

    private static Box box(float[] values, int start) {
        return Box.around(values[start], values[start + 1], values[start + 2], values[start + 3]);
    }

    @Override
    public String label() {
        return "YOLOv5's layout";
    }
}
