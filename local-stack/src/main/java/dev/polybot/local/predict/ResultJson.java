package dev.polybot.local.predict;

import dev.polybot.local.json.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A result as one line of JSON. */
final class ResultJson {

    private ResultJson() {}

    static String line(PhotoResult result) {
        ObjectNode json = Json.object();
        json.put("photo", result.photo().label());
        json.put("status", result.succeeded() ? "succeeded" : "failed");
        if (!result.succeeded()) {
            json.put("error", result.trouble());
        } else {
            json.put("width", result.width()).put("height", result.height());
            json.put("summary", result.summary());
            ArrayNode objects = json.putArray("objects");
            result.boxes().forEach(box -> add(objects.addObject(), box));
            ObjectNode timings = json.putObject("timings");
            result.timings().forEach(timings::put);
            json.put("model", result.model());
        }
        if (result.file() != null) {
            json.put("file", result.file().toString());
        }
        json.put("seconds", Math.round(result.seconds() * 1000) / 1000.0);
        return Json.write(json);
    }

    private static void add(ObjectNode json, Box box) {
        json.put("class", box.className())
                .put("confidence", box.confidence())
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height());
    }
}
