package dev.polybot.detector.inference;

/**
 * A box as the network proposes it, before non-maximum suppression.
 *
 * @param box in pixels of the network's input
 * @param classIndex its best class
 * @param confidence objectness times class score, 0..1
 */
record Candidate(Box box, int classIndex, float confidence) {}
