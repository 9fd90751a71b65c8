package dev.polybot.local.command;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.StackListener;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes in the stack's folder how often each part has ended by itself, for `status` to tell; passes on whatever it hears. */
final class RestartCounts implements StackListener {

    private static final String FILE = "restarts.json";

    private final StackListener next;
    private final Path file;
    private final Map<String, Integer> counts = new TreeMap<>();

    RestartCounts(StackListener next, Path home) throws IOException {
        this.next = next;
        this.file = home.resolve(FILE);
        Files.deleteIfExists(file);
    }

    /** How often each part of the stack with this home has ended by itself; only those that have. */
    static Map<String, Integer> in(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Map<String, Integer> counts = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                Json.read(Files.readString(file))
                        .properties()
                        .forEach(part -> counts.put(part.getKey(), part.getValue().asInt(0)));
            } catch (JacksonException cutOff) {
                // It is being written right now.
            }
        }
        return counts;
    }

    @Override
    public void starting(String part) {
        next.starting(part);
    }

    @Override
    public void slow(String part, Duration waited) {
        next.slow(part, waited);
    }

    @Override
    public void ready(String part, Duration took) {
        next.ready(part, took);
    }

    @Override
    public void died(
            String part, int exitCode, List<String> logTail, @Nullable Duration restartIn) {
        note(part);
        next.died(part, exitCode, logTail, restartIn);
    }

    private synchronized void note(String part) {
        counts.merge(part, 1, Integer::sum);
        ObjectNode json = Json.object();
        counts.forEach(json::put);
        try {
            Files.writeString(file, Json.write(json));
        } catch (IOException e) {
            // A count that cannot be kept is no reason to let the part lie.
        }
    }
}
