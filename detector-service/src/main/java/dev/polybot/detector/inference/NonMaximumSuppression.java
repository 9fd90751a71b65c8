package dev.polybot.detector.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of boxes that show the same thing, keeps the most confident. Only boxes of one class suppress each other: a person on a
 * horse stays two things.
 *
 * @param maxOverlap intersection over union above which two boxes are the same thing
 * @param maxBoxes how many are kept at most
 */
record NonMaximumSuppression(float maxOverlap, int maxBoxes) {

    /** More proposals than this are noise; Ultralytics cuts there as well. */
    private static final int MAX_CANDIDATES = 30_000;

    /** The boxes kept, the most confident first. */
    List<Candidate> keep(List<Candidate> candidates) {
        List<Candidate> byConfidence =
                candidates.stream()
                        .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                        .limit(MAX_CANDIDATES)
                        .toList();
        List<Candidate> kept = new ArrayList<>();
        Map<Integer, List<Candidate>> keptByClass = new HashMap<>();
        for (Candidate candidate : byConfidence) {
            if (kept.size() == maxBoxes) {
                break;
            }
            List<Candidate> rivals =
                    keptByClass.computeIfAbsent(candidate.classIndex(), c -> new ArrayList<>());
            if (rivals.stream().noneMatch(rival -> isSameThing(rival, candidate))) {
                rivals.add(candidate);
                kept.add(candidate);
            }
        }
        return kept;
    }

    private boolean isSameThing(Candidate one, Candidate other) {
        return one.box().iou(other.box()) > maxOverlap;
    }
}
