package dev.polybot.detector.inference;

import dev.polybot.detector.inference.ModelMetadata.Size;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the metadata of a TorchScript archive: Ultralytics' exports put it into {@code extra/config.txt}, as JSON. */
final class TorchScriptMetadata {

    private static final int MAX_BYTES = 1 << 20;

    private TorchScriptMetadata() {}

    /** Reads the archive's own notes; those of an archive without any, or with senseless ones, say nothing. */
    static ModelMetadata read(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry config =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith("/extra/config.txt"))
                            .findFirst()
                            .orElse(null);
            if (config == null) {
                return ModelMetadata.NONE;
            }
            try (InputStream json = zip.getInputStream(config)) {
                return notes(json.readNBytes(MAX_BYTES));
            }
        }
    }

    private static ModelMetadata notes(byte[] json) {
        try {
            JsonNode config = JsonMapper.shared().readTree(json);
            Size size = size(config.path("shape"), 2);
            return new ModelMetadata(
                    size == null ? size(config.path("imgsz"), 0) : size,
                    false,
                    positive(config.path("stride")),
                    names(config.path("names")),
                    config.path("task").asString(null),
                    null,
                    null);
        } catch (JacksonException e) {
            return ModelMetadata.NONE;
        }
    }

    private static @Nullable Size size(JsonNode sides, int first) {
        Integer height = positive(sides.path(first));
        Integer width = positive(sides.path(first + 1));
        return height == null || width == null ? null : new Size(width, height);
    }

    private static @Nullable Integer positive(JsonNode number) {
        int value = number.asInt(0);
        return value > 0 ? value : null;
    }

    /** A list, or an object whose keys are the numbers of the classes. */
    private static @Nullable List<String> names(JsonNode names) {
        if (names.isArray()) {
            return names.valueStream().map(name -> name.asString("")).toList();
        }
        Map<Integer, String> byNumber = new TreeMap<>();
        for (Map.Entry<String, JsonNode> name : names.properties()) {
            byNumber.put(Integer.parseInt(name.getKey()), name.getValue().asString(""));
        }
        return byNumber.isEmpty() ? null : List.copyOf(byNumber.values());
    }
}
