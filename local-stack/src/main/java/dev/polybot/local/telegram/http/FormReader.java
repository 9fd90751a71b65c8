package dev.polybot.local.telegram.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a request's parameters from its query and its body. */
public final class FormReader {

    /** Bodies without files: far above a text of 4,096 characters with its keyboard. */
    private static final int MAX_PLAIN_BYTES = 1024 * 1024;

    private final Path temporary;

    /**
     * @param temporary the folder for files until their request is answered
     */
    public FormReader(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Reads them all.
     *
     * @throws Refusal when the body is malformed or too large
     */
    public Form read(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        urlEncoded(exchange.getRequestURI().getRawQuery(), fields);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        InputStream body = exchange.getRequestBody();
        return switch (mediaType(type)) {
            case "multipart/form-data" ->
                    new MultipartReader(temporary).read(body, boundary(type), fields);
            case "application/json" -> {
                json(plain(body), fields);
                yield new Form(fields, Map.of());
            }
            case "application/x-www-form-urlencoded" -> {
                urlEncoded(plain(body), fields);
                yield new Form(fields, Map.of());
            }
            default -> new Form(fields, Map.of());
        };
    }

    private static String mediaType(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String boundary(@Nullable String type) {
        if (type != null) {
            for (String parameter : type.split(";", -1)) {
                String[] pair = parameter.strip().split("=", 2);
                if (pair.length == 2 && pair[0].equalsIgnoreCase("boundary")) {
                    String boundary = pair[1].replaceAll("^\"|\"$", "");
                    if (!boundary.isEmpty() && boundary.length() <= 70) {
                        return boundary;
                    }
                }
            }
        }
        throw Refusal.badRequest("multipart body without a boundary");
    }

    private static String plain(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_PLAIN_BYTES + 1);
        if (bytes.length > MAX_PLAIN_BYTES) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        return new String(bytes, UTF_8);
    }

    private static void json(String body, Map<String, String> fields) {
        if (body.isBlank()) {
            return;
        }
        try {
            for (Map.Entry<String, JsonNode> property : Json.read(body).properties()) {
                JsonNode value = property.getValue();
                if (!value.isNull()) {
                    fields.put(
                            property.getKey(),
                            value.isValueNode() ? value.asString() : Json.write(value));
                }
            }
        } catch (JacksonException e) {
            throw Refusal.badRequest("can't parse the body as JSON");
        }
    }

    private static void urlEncoded(@Nullable String encoded, Map<String, String> fields) {
        if (encoded == null || encoded.isEmpty()) {
            return;
        }
        try {
            for (String pair : encoded.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                fields.put(
                        URLDecoder.decode(parts[0], UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("malformed form");
        }
    }
}
