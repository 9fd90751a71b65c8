package dev.polybot.endtoend;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The pictures that the project ships, and what is in them. */
final class Samples {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path FOLDER = ROOT.resolve("docs/samples");

    private Samples() {}

    static Path path(String name) {
        return FOLDER.resolve(name);
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    /** The counts by class in each sample. */
    static Map<String, Map<String, Integer>> expected() {
        return JsonMapper.shared()
                .readValue(FOLDER.resolve("expected.json").toFile(), new TypeReference<>() {});
    }

    /** The share of a sample's classes that a summary names, 0..1. */
    static double shareFound(String sample, String summary) {
        Set<String> classes = expected().getOrDefault(sample, Map.of()).keySet();
        return (double) classes.stream().filter(summary::contains).count() / classes.size();
    }
}
