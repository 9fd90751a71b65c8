package dev.polybot.detector.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Non-maximum suppression: of boxes on the same object, keeps the most confident. A person on a horse stays two things:
 * boxes of different classes suppress each other only where they lie nearly on each other, as when one animal is called a
 * cat and a dog.
 *
 * @param maxOverlap intersection over union above which two boxes of one class are the same thing
 * @param maxOverlapAcrossClasses the same for two boxes of different classes; at 1 they never are
 * @param maxBoxes how many are kept at most
 */
record NonMaximumSuppression(float maxOverlap, float maxOverlapAcrossClasses, int maxBoxes) {

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
        for (Candidate candidate : byConfidence) {
            if (kept.size() == maxBoxes) {
                break;
            }
            if (kept.stream().noneMatch(rival -> isSameThing(rival, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private boolean isSameThing(Candidate one, Candidate other) {
        float most = one.classIndex() == other.classIndex() ? maxOverlap : maxOverlapAcrossClasses;
        return most < 1 && one.box().iou(other.box()) > most;
    }
}
