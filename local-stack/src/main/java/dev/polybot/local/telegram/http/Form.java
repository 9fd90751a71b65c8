package dev.polybot.local.telegram.http;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * A request's parameters, however they were sent: as a query, a form, a multipart form or JSON. Values that are structures
 * are JSON text, as in Telegram's own forms.
 *
 * @param files files by field name, in the order sent
 */
public record Form(Map<String, String> fields, Map<String, List<Upload>> files)
        implements AutoCloseable {

    public @Nullable String text(String name) {
        return fields.get(name);
    }

    public String text(String name, String otherwise) {
        return fields.getOrDefault(name, otherwise);
    }

    public String required(String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw Refusal.badRequest("parameter \"" + name + "\" is required");
        }
        return value;
    }

    public @Nullable Long number(String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("parameter \"" + name + "\" must be a number");
        }
    }

    public long number(String name, long otherwise) {
        Long value = number(name);
        return value == null ? otherwise : value;
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(fields.get(name));
    }

    public @Nullable JsonNode json(String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Json.read(value);
        } catch (JacksonException e) {
            throw Refusal.badRequest("can't parse " + name + " JSON object");
        }
    }

    public @Nullable Upload file(String name) {
        List<Upload> uploads = files.get(name);
        return uploads == null ? null : uploads.getFirst();
    }

    public List<Upload> allFiles() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    /** Removes the temporary files. */
    @Override
    public void close() {
        try {
            for (Upload upload : allFiles()) {
                Files.deleteIfExists(upload.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
