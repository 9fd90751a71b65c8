package dev.polybot.detector.tool;

import dev.polybot.detector.inference.Detection;
import dev.polybot.detector.tool.LabelledPhoto.Truth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Accuracy of detections against labels: precision, recall, mAP. */
final class AccuracyMetrics {

    private static final int OVERLAPS = 10;
    private static final int RECALLS = 101;
    private static final int MOST_BOXES = 100;
    private static final double ROUNDING = 1e-6;

    private final List<Judged> boxes = new ArrayList<>();
    private final Map<Integer, Integer> labels = new TreeMap<>();

    /** A box and at which overlaps it is right. */
    private record Judged(int classIndex, float confidence, BitSet right) {}

    /** Precision, recall and F1 of all boxes above a confidence. */
    record Score(double precision, double recall, double f1) {}

    /** Adds a photo. */
    void add(List<Detection> found, List<Truth> truths) {
        truths.forEach(truth -> labels.merge(truth.classIndex(), 1, Integer::sum));
        boolean[][] taken = new boolean[OVERLAPS][truths.size()];
        found.stream()
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .limit(MOST_BOXES)
                .forEach(
                        box ->
                                boxes.add(
                                        new Judged(
                                                box.classIndex(),
                                                box.confidence(),
                                                right(box, truths, taken))));
    }

    private static BitSet right(Detection box, List<Truth> truths, boolean[][] taken) {
        BitSet right = new BitSet(OVERLAPS);
        for (int i = 0; i < OVERLAPS; i++) {
            int nearest = nearest(box, truths, taken[i]);
            if (nearest >= 0
                    && truths.get(nearest).box().iou(box.box()) >= 0.5 + 0.05 * i - ROUNDING) {
                right.set(i);
                taken[i][nearest] = true;
            }
        }
        return right;
    }

    private static int nearest(Detection box, List<Truth> truths, boolean[] taken) {
        return IntStream.range(0, truths.size())
                .filter(i -> !taken[i] && truths.get(i).classIndex() == box.classIndex())
                .boxed()
                .max(Comparator.comparingDouble(i -> truths.get(i).box().iou(box.box())))
                .orElse(-1);
    }

    int labels() {
        return labels.values().stream().mapToInt(Integer::intValue).sum();
    }

    double map50() {
        return meanAveragePrecision(0, 1);
    }

    /** From an overlap of .50 to one of .95. */
    double map5095() {
        return meanAveragePrecision(0, OVERLAPS);
    }

    private double meanAveragePrecision(int from, int to) {
        return labels.entrySet().stream()
                .flatMapToDouble(
                        label ->
                                IntStream.range(from, to)
                                        .mapToDouble(
                                                overlap ->
                                                        averagePrecision(
                                                                label.getKey(),
                                                                label.getValue(),
                                                                overlap)))
                .average()
                .orElse(0);
    }

    private double averagePrecision(int classIndex, int wanted, int overlap) {
        List<Judged> surestFirst =
                boxes.stream()
                        .filter(box -> box.classIndex() == classIndex)
                        .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                        .toList();
        double[] bestAtRecall = new double[RECALLS];
        int right = 0;
        for (int i = 0; i < surestFirst.size(); i++) {
            right += surestFirst.get(i).right().get(overlap) ? 1 : 0;
            double precision = (double) right / (i + 1);
            int reached = (int) Math.floor((double) right / wanted * (RECALLS - 1) + ROUNDING);
            for (int recall = 0; recall <= reached; recall++) {
                bestAtRecall[recall] = Math.max(bestAtRecall[recall], precision);
            }
        }
        return IntStream.range(0, RECALLS).mapToDouble(i -> bestAtRecall[i]).average().orElse(0);
    }

    Score above(double confidence) {
        List<Judged> sure = boxes.stream().filter(box -> box.confidence() > confidence).toList();
        double right = sure.stream().filter(box -> box.right().get(0)).count();
        int wanted = labels();
        return new Score(
                right / Math.max(1, sure.size()),
                right / Math.max(1, wanted),
                2 * right / Math.max(1, sure.size() + wanted));
    }
}
