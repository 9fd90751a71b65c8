package dev.polybot.detector.inference;

import tools.jackson.databind.JsonNode;

/** A box of a {@link GoldenPhoto}, its edges in pixels of the photo. */
record GoldenBox(String className, float confidence, Box box) {

    private static final double LEAST_IOU = 0.9;
    private static final double CONFIDENCE_TOLERANCE = 0.05;

    static GoldenBox read(JsonNode node) {
        JsonNode edges = node.get("box");
        return new GoldenBox(
                node.get("class").asString(),
                node.get("confidence").floatValue(),
                new Box(
                        edges.get(0).floatValue(),
                        edges.get(1).floatValue(),
                        edges.get(2).floatValue(),
                        edges.get(3).floatValue()));
    }

    boolean isMatchedBy(Detection detection) {
        return detection.className().equals(className)
                && detection.box().iou(box) >= LEAST_IOU
                && Math.abs(detection.confidence() - confidence) <= CONFIDENCE_TOLERANCE;
    }
}
