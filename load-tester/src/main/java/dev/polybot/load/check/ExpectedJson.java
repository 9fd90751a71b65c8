package dev.polybot.load.check;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object with an entry for each picture, of one of two forms:
 *
 * <ul>
 *   <li>{@code {"street.jpg": {"car": 2, "dog": 1}}}: how many of each class
 *   <li>{@code {"bus.jpg": {"width": 810, "height": 1080, "boxes": [{"class": "bus", "box": [x1, y1, x2, y2]}]}}}: where each of
 *       them is, in pixels of the picture
 * </ul>
 *
 * An entry {@code "$model"} names the model that finds this.
 */
final class ExpectedJson {

    private static final String MODEL = "$model";

    private ExpectedJson() {}

    static Expectations read(String text, Path file) {
        JsonNode document;
        try {
            document = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new BrokenExpectationsException(file + " is not JSON: " + e.getOriginalMessage());
        }
        if (!document.isObject() || document.isEmpty()) {
            throw new BrokenExpectationsException(file + " is no object that names pictures.");
        }
        Map<String, Expectation> expected = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> picture : document.properties()) {
            if (picture.getKey().equals(MODEL)) {
                continue;
            }
            expected.put(
                    picture.getKey(),
                    picture(picture.getValue(), file + ", \"" + picture.getKey() + "\": "));
        }
        JsonNode model = document.path(MODEL);
        return new Expectations(expected, model.isString() ? model.asString() : null);
    }

    private static Expectation picture(JsonNode picture, String where) {
        return picture.path("boxes").isArray()
                ? new Expectation.Boxes(boxes(picture, where))
                : new Expectation.Counts(counts(picture, where));
    }

    private static Map<String, Integer> counts(JsonNode picture, String where) {
        if (!picture.isObject()) {
            throw new BrokenExpectationsException(where + "expected classes and their counts");
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> count : picture.properties()) {
            int number = count.getValue().asInt(-1);
            if (!count.getValue().isIntegralNumber() || number < 1) {
                throw new BrokenExpectationsException(
                        where + count.getKey() + " needs a count of 1 or more");
            }
            counts.put(count.getKey(), number);
        }
        return counts;
    }

    private static List<Box> boxes(JsonNode picture, String where) {
        double width = picture.path("width").asDouble(0);
        double height = picture.path("height").asDouble(0);
        if (!(width >= 1 && height >= 1)) {
            throw new BrokenExpectationsException(where + "boxes need a width and a height");
        }
        List<Box> boxes = new ArrayList<>();
        for (JsonNode box : picture.path("boxes")) {
            JsonNode corners = box.path("box");
            String className = box.path("class").asString("");
            if (corners.size() != 4 || className.isEmpty() || !areNumbers(corners)) {
                throw new BrokenExpectationsException(
                        where + "each box needs a class and four numbers");
            }
            boxes.add(
                    new Box(
                            className,
                            corners.get(0).asDouble() / width,
                            corners.get(1).asDouble() / height,
                            corners.get(2).asDouble() / width,
                            corners.get(3).asDouble() / height));
        }
        return boxes;
    }

    private static boolean areNumbers(JsonNode corners) {
        for (JsonNode corner : corners) {
            if (!corner.isNumber()) {
                return false;
            }
        }
        return true;
    }
}
