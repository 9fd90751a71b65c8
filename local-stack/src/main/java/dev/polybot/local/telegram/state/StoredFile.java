package dev.polybot.local.telegram.state;

import dev.polybot.local.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file as Telegram knows it.
 *
 * @param path under which {@code getFile} offers it, such as {@code photos/file_7.jpg}
 * @param name its name on the sender's side; empty for photos
 */
public record StoredFile(String id, String path, String type, String name, long size) {

    ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("path", path)
                .put("type", type)
                .put("name", name)
                .put("size", size);
    }

    static StoredFile of(JsonNode json) {
        return new StoredFile(
                json.path("id").asString(""),
                json.path("path").asString(""),
                json.path("type").asString(""),
                json.path("name").asString(""),
                json.path("size").asLong());
    }

    /** What Telegram says of every file, whatever it is. */
    public ObjectNode describe() {
        return Json.object()
                .put("file_id", id)
                .put("file_unique_id", "u" + id.substring(id.length() - 12))
                .put("file_size", size);
    }
}
