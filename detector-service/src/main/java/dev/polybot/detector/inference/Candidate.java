package dev.polybot.detector.inference;

/**
 * A box as the network proposes it, before non-maximum suppression.
 *
 * @param box in pixels of the network's input
 * @param classIndex its best class
 * @param confidence objectness times class score, 0..1
 */
record Candidate(Box box, int classIndex, float confidence) {

    /**
     * Only numbers make a candidate.
     *
     * @throws EngineFailedException when the network gave none (NaN) or an infinite one
     */
    Candidate {
        if (!Float.isFinite(confidence) || !box.isFinite()) {
            throw new EngineFailedException("it gave a box that is no number (NaN) or infinite");
        }
        confidence = Math.min(confidence, 1);
    }
}
