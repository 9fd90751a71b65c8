package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The formatting of a text, by position. Other ways of formatting are refused: the page would show their markup. */
final class Entities {

    private Entities() {}

    static void set(ObjectNode message, Form form) {
        if (form.text("parse_mode") != null) {
            throw Refusal.badRequest("the stand-in knows no parse_mode; send entities");
        }
        message.remove("entities");
        JsonNode entities = form.json("entities");
        if (entities == null || entities.isEmpty()) {
            return;
        }
        int length = message.path("text").asString("").length();
        for (JsonNode entity : entities) {
            int offset = entity.path("offset").asInt(-1);
            int end = offset + entity.path("length").asInt(0);
            if (offset < 0 || end <= offset || end > length) {
                throw Refusal.badRequest("can't parse entities: one lies outside the text");
            }
        }
        message.set("entities", entities);
    }
}
