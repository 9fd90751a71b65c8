package dev.polybot.local.command;

import dev.polybot.local.json.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.Map;

/** The key of a REST tier that has any: {@code POLYBOT_API_KEY}, or one of those that a system is started with. */
final class ApiKey {

    private ApiKey() {}

    /** Empty when there is none. */
    static String in(Map<String, String> environment) {
        String own = environment.getOrDefault("POLYBOT_API_KEY", "").strip();
        String started = environment.getOrDefault("REST_API_KEYS", "");
        if (!own.isEmpty() || started.isBlank()) {
            return own;
        }
        try {
            return Json.read(started).values().stream()
                    .map(JsonNode::asString)
                    .findFirst()
                    .orElse("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
