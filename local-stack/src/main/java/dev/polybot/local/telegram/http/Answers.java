package dev.polybot.local.telegram.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import dev.polybot.local.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers in the forms that the stand-in gives. */
public final class Answers {

    private Answers() {}

    public static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        bytes(exchange, status, "application/json", Json.write(body).getBytes(UTF_8));
    }

    public static void bytes(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean withoutBody = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, withoutBody || body.length == 0 ? -1 : body.length);
        if (!withoutBody && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    public static void file(HttpExchange exchange, String type, Path file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        long size = Files.size(file);
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        if (size > 0) {
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    /** An error in Telegram's shape. */
    public static ObjectNode error(int status, String description) {
        return Json.object()
                .put("ok", false)
                .put("error_code", status)
                .put("description", description);
    }

    /** A refusal in Telegram's shape. */
    public static ObjectNode error(Refusal refusal) {
        ObjectNode error = error(refusal.status(), refusal.sentence());
        if (!refusal.parameters().isEmpty()) {
            error.putPOJO("parameters", refusal.parameters());
        }
        return error;
    }
}
