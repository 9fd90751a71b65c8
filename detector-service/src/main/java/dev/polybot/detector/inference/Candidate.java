package dev.polybot.detector.inference;

/**
 * One of the boxes that the network proposes, many of them doubles of each other.
 *
 * @param box in pixels of the network's input
 * @param classIndex its best class
 * @param confidence objectness times class score, 0..1
 */
record Candidate(Box box, int classIndex, float confidence) {}
