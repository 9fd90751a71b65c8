package dev.polybot.local.stack;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file by which other commands find a stack that is running. It names its process by pid and start time, so that a
 * process that got the pid later is never taken for it, and its folder, so that a copy of the folder claims nothing.
 *
 * @param model what was named for its detectors; null when that is not known
 * @param page null with the real Telegram
 * @param rest where pictures are taken over REST; null when that is not known
 * @param live the page that shows the system at work; null when that is not known
 * @param detectors where the detectors say whether they are ready
 */
public record PidFile(
        long pid,
        long startedMillis,
        @Nullable NamedModel model,
        @Nullable URI page,
        @Nullable URI rest,
        @Nullable URI live,
        List<URI> detectors) {

    private static final String FILE = "running.json";

    /** Notes that this process runs a stack. */
    public static void write(
            Path home,
            NamedModel model,
            @Nullable URI page,
            @Nullable URI rest,
            @Nullable URI live,
            List<URI> detectors)
            throws IOException {
        ProcessHandle self = ProcessHandle.current();
        ObjectNode json =
                Json.object()
                        .put("pid", self.pid())
                        .put("startedMillis", startOf(self))
                        .put("home", folder(home))
                        .put("model", model.name());
        if (page != null) {
            json.put("page", page.toString());
        }
        if (rest != null) {
            json.put("rest", rest.toString());
        }
        if (live != null) {
            json.put("live", live.toString());
        }
        ArrayNode list = json.putArray("detectors");
        detectors.forEach(detector -> list.add(detector.toString()));
        Files.writeString(home.resolve(FILE), Json.write(json));
    }

    /** Removes this process's note; another's stays. */
    public static void remove(Path home) throws IOException {
        long self = ProcessHandle.current().pid();
        if (find(home).filter(note -> note.pid() == self).isPresent()) {
            Files.deleteIfExists(home.resolve(FILE));
        }
    }

    /** The stack that runs with this home right now, if any. */
    public static Optional<PidFile> find(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.read(Files.readString(file));
            PidFile found =
                    new PidFile(
                            json.path("pid").asLong(),
                            json.path("startedMillis").asLong(),
                            json.has("model")
                                    ? new NamedModel(json.path("model").asString(""))
                                    : null,
                            address(json, "page"),
                            address(json, "rest"),
                            address(json, "live"),
                            addresses(json.path("detectors")));
            boolean ofThisFolder = json.path("home").asString("").equals(folder(home));
            return ofThisFolder && found.process().isPresent()
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }

    /** The process, while it is alive. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process) == startedMillis);
    }

    private static String folder(Path home) throws IOException {
        return home.toRealPath().toString();
    }

    private static @Nullable URI address(JsonNode json, String name) {
        String address = json.path(name).asString("");
        return address.isEmpty() ? null : URI.create(address);
    }

    private static List<URI> addresses(JsonNode list) {
        return list.values().stream().map(address -> URI.create(address.asString(""))).toList();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
