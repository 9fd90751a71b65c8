package dev.polybot.local.telegram.state;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Every change of state, one JSON line each. What is written has left the process, so no end of the process loses it; a last
 * line that was cut off is passed over.
 */
public final class Journal implements AutoCloseable {

    /** One change: what it concerns, and how that is now. */
    record Entry(String kind, JsonNode value) {}

    private final Path file;
    private @Nullable BufferedWriter writer;

    public Journal(Path file) {
        this.file = file;
    }

    /** Gives every entry to all the parts, then keeps only what they still need. */
    synchronized void restore(List<? extends JournaledState> parts) throws IOException {
        if (Files.exists(file)) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    replay(line, parts);
                }
            }
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        writer = Files.newBufferedWriter(draft);
        parts.forEach(part -> part.entries().forEach(this::append));
        writer.close();
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    }

    synchronized void append(String kind, JsonNode value) {
        append(new Entry(kind, value));
    }

    private synchronized void append(Entry entry) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(
                    Json.write(
                            Json.object().put("kind", entry.kind()).set("value", entry.value())));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(String line, List<? extends JournaledState> parts) {
        JsonNode entry;
        try {
            entry = Json.read(line);
        } catch (JacksonException cutOff) {
            return;
        }
        parts.forEach(part -> part.replay(entry.path("kind").asString(""), entry.path("value")));
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
