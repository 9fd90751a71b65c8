package dev.polybot.endtoend;

import static java.util.stream.Collectors.toSet;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The pictures that the project ships, and what is in them. */
public final class Samples {

    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Names another file of counts, for another model than the one that the project ships. */
    public static final String EXPECTED = "polybot.samples.expected";

    private static final Path FOLDER = ROOT.resolve("docs/samples");

    private Samples() {}

    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    /** The counts by class in each sample. */
    public static Map<String, Map<String, Integer>> expected() {
        Path counts =
                Path.of(System.getProperty(EXPECTED, FOLDER.resolve("expected.json").toString()));
        ObjectNode expected = (ObjectNode) JsonMapper.shared().readTree(counts.toFile());
        expected.remove("$model");
        return JsonMapper.shared().convertValue(expected, new TypeReference<>() {});
    }

    /**
     * What a summary says of a sample: its parts, such as "2 cats", each with the class it counts in the singular if the sample
     * has just that many of it.
     */
    public static Set<String> countsIn(String summary, String sample) {
        Set<String> known = counts(sample);
        String sentence = summary.lines().findFirst().orElse("");
        return Arrays.stream(sentence.replaceAll("^I found |\\.$", "").split(", "))
                .map(part -> known.stream().filter(part::startsWith).findFirst().orElse(part))
                .collect(toSet());
    }

    /** What is in a sample, such as "2 cat". */
    public static Set<String> counts(String sample) {
        return expected().getOrDefault(sample, Map.of()).entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(toSet());
    }
}
