package dev.polybot.local.predict;

import tools.jackson.databind.JsonNode;

/**
 * One thing that was found.
 *
 * @param className what it is
 * @param confidence 0 to 1
 * @param x of its left side, in pixels
 * @param y of its upper side, in pixels
 * @param width in pixels
 * @param height in pixels
 */
public record Box(
        String className, double confidence, double x, double y, double width, double height) {

    static Box of(JsonNode label) {
        JsonNode box = label.path("box");
        return new Box(
                label.path("class").asString(""),
                label.path("confidence").asDouble(),
                box.path("x").asDouble(),
                box.path("y").asDouble(),
                box.path("width").asDouble(),
                box.path("height").asDouble());
    }
}
