package dev.polybot.detector.inference;

import dev.polybot.detector.inference.RawHeads.Anchor;
import dev.polybot.detector.inference.RawHeads.Head;

import java.util.ArrayList;
import java.util.List;

/** Decodes the boxes of raw YOLOv5 heads: only what is surer than the threshold is decoded here, a few cells of thousands. */
record RawHeadsLayout(RawHeads heads) implements OutputLayout {

    private static final int OBJECTNESS = 4;

    /** As {@link YoloV5Layout}, in the same order: scale, anchor, row, column. */
    @Override
    public List<Candidate> candidates(NetworkOutput output, float threshold) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < heads.heads().size(); i++) {
            addCandidates(
                    heads.heads().get(i), output.shape(i), output.values(i), threshold, candidates);
        }
        return candidates;
    }

    private static void addCandidates(
            Head head,
            List<Long> shape,
            float[] values,
            float threshold,
            List<Candidate> candidates) {
        int columns = Math.toIntExact(shape.getLast());
        int cells = Math.toIntExact(shape.get(2)) * columns;
        int channels = Math.toIntExact(shape.get(1)) / head.anchors().size();
        // The sigmoid rises with its argument: far below the threshold nothing need be computed.
        double least = Math.log(threshold / (1.0 - threshold)) - 0.001;
        for (int anchor = 0; anchor < head.anchors().size(); anchor++) {
            int start = anchor * channels * cells;
            for (int cell = 0; cell < cells; cell++) {
                float raw = values[start + OBJECTNESS * cells + cell];
                if (raw <= least) {
                    continue;
                }
                float objectness = sigmoid(raw);
                int best = bestClass(values, start + cell, cells, channels);
                float confidence =
                        objectness
                                * sigmoid(
                                        values[
                                                start
                                                        + (YoloV5Layout.BOX_COLUMNS + best) * cells
                                                        + cell]);
                if (objectness > threshold && confidence > threshold) {
                    candidates.add(
                            new Candidate(
                                    box(
                                            values,
                                            start + cell,
                                            cells,
                                            cell % columns,
                                            cell / columns,
                                            head.stride(),
                                            head.anchors().get(anchor)),
                                    best,
                                    Math.min(confidence, 1)));
                }
            }
        }
    }

    private static int bestClass(float[] values, int at, int cells, int channels) {
        int best = 0;
        for (int i = 1; i < channels - YoloV5Layout.BOX_COLUMNS; i++) {
            if (values[at + (YoloV5Layout.BOX_COLUMNS + i) * cells]
                    > values[at + (YoloV5Layout.BOX_COLUMNS + best) * cells]) {
                best = i;
            }
        }
        return best;
    }

    private static Box box(
            float[] values, int at, int cells, int column, int row, int stride, Anchor anchor) {
        float width = 2 * sigmoid(values[at + 2 * cells]);
        float height = 2 * sigmoid(values[at + 3 * cells]);
        return Box.around(
                (2 * sigmoid(values[at]) - 0.5f + column) * stride,
                (2 * sigmoid(values[at + cells]) - 0.5f + row) * stride,
                width * width * anchor.width(),
                height * height * anchor.height());
    }

    static float sigmoid(float value) {
        return (float) (1 / (1 + Math.exp(-value)));
    }

    @Override
    public String label() {
        return "YOLOv5's layout, undecoded";
    }
}
