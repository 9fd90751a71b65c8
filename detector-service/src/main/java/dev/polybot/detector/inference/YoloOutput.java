package dev.polybot.detector.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * The output of a YOLOv5 network for one picture: rows of centre, width, height (in input pixels), objectness and one score
 * for each class.
 */
final class YoloOutput {

    private static final int BOX_COLUMNS = 5;

    private static final int OBJECTNESS = 4;

    private final float[] values;
    private final int rows;
    private final int columns;

    /**
     * An output of that shape.
     *
     * @param values row after row; not copied
     * @param rows how many boxes the network proposes
     * @param columns 5 and the number of classes
     */
    YoloOutput(float[] values, int rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    int classes() {
        return columns - BOX_COLUMNS;
    }

    /** The proposals whose objectness and whose confidence both exceed the threshold, as Ultralytics' detect.py has it. */
    List<Candidate> candidates(float threshold) {
        List<Candidate> candidates = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float objectness = values[start + OBJECTNESS];
            if (objectness <= threshold) {
                continue;
            }
            int best = bestClass(start + BOX_COLUMNS);
            float confidence = objectness * values[start + BOX_COLUMNS + best];
            if (confidence > threshold) {
                candidates.add(new Candidate(box(start), best, Math.min(confidence, 1)));
            }
        }
        return candidates;
    }

    private int bestClass(int start) {
        int best = 0;
        for (int i = 1; i < classes(); i++) {
            if (values[start + i] > values[start + best]) {
                best = i;
            }
        }
        return best;
    }

    private Box box(int start) {
        float halfWidth = values[start + 2] / 2;
        float halfHeight = values[start + 3] / 2;
        return new Box(
                values[start] - halfWidth,
                values[start + 1] - halfHeight,
                values[start] + halfWidth,
                values[start + 1] + halfHeight);
    }
}
