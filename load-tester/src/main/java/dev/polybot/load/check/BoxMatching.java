package dev.polybot.load.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pairs the boxes of two lists: same class, IoU high enough, each box once, the best pairs first. */
final class BoxMatching {

    private record Pair(int left, int right, double iou) {}

    private BoxMatching() {}

    /** How many pairs there are. */
    static int pairs(List<Box> some, List<Box> others, double leastIou) {
        List<Pair> candidates = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                double iou = some.get(i).iou(others.get(j));
                boolean sameClass = some.get(i).className().equals(others.get(j).className());
                if (sameClass && iou >= leastIou) {
                    candidates.add(new Pair(i, j, iou));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::iou).reversed());
        boolean[] left = new boolean[some.size()];
        boolean[] right = new boolean[others.size()];
        int pairs = 0;
        for (Pair pair : candidates) {
            if (!left[pair.left()] && !right[pair.right()]) {
                left[pair.left()] = true;
                right[pair.right()] = true;
                pairs++;
            }
        }
        return pairs;
    }
}
