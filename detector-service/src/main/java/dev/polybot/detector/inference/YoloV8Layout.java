package dev.polybot.detector.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads YOLOv8's and YOLO11's output {@code [4 + classes, boxes]}: one column a box, with centre, width and height (in input
 * pixels) and one score for each class below each other.
 */
record YoloV8Layout() implements OutputLayout {

    static final int BOX_ROWS = 4;

    @Override
    public List<Candidate> candidates(NetworkOutput output, float threshold) {
        float[] values = output.values();
        int boxes = output.columns();
        int classes = output.rows() - BOX_ROWS;
        float[] confidence = new float[boxes];
        int[] best = new int[boxes];
        for (int each = 0; each < classes; each++) {
            int row = (BOX_ROWS + each) * boxes;
            for (int box = 0; box < boxes; box++) {
                if (!(values[row + box] <= confidence[box])) {
                    confidence[box] = values[row + box];
                    best[box] = each;
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            if (!(confidence[box] <= threshold)) {
                Box place =
                        Box.around(
                                values[box],
                                values[boxes + box],
                                values[2 * boxes + box],
                                values[3 * boxes + box]);
                candidates.add(new Candidate(place, best[box], confidence[box]));
            }
        }
        return candidates;
    }

    @Override
    public String label() {
        return "YOLOv8's layout";
    }
}
