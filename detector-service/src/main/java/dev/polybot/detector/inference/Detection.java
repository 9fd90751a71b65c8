package dev.polybot.detector.inference;

/**
 * A detected object: class, confidence and box.
 *
 * @param classIndex the number of its class in the model
 * @param confidence 0..1
 * @param box in pixels of the photo
 */
public record Detection(int classIndex, String className, float confidence, Box box) {}
