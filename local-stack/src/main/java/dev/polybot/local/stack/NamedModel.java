package dev.polybot.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code DETECTOR_MODEL} names, the same from whichever folder and by whichever way a file is named: also by its name
 * alone, in the folder of models that were fetched.
 *
 * @param name a file's real path, an address, or the name of a model that is no file here; empty when none was named
 */
public record NamedModel(String name) {

    private static final String SHIPPED = "nanodet-g";
    private static final List<String> FORMATS = List.of(".onnx", ".torchscript");

    /** What these environment variables name. */
    public static NamedModel in(Map<String, String> environment) {
        String named = environment.getOrDefault("DETECTOR_MODEL", "").strip();
        return new NamedModel(
                named.equalsIgnoreCase(SHIPPED) ? SHIPPED : realPath(fetched(named, environment)));
    }

    /** The file of that name in the detector's folder of models; what was named where there is none. */
    private static String fetched(String named, Map<String, String> environment) {
        String folder = environment.getOrDefault("DETECTOR_CACHE_DIR", "").strip();
        Path cache =
                folder.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache", "polybot", "models")
                        : Path.of(folder);
        if (named.contains("/") || !Files.isDirectory(cache)) {
            return named;
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> isNamed(String.valueOf(file.getFileName()), named))
                    .sorted()
                    .findFirst()
                    .map(Path::toString)
                    .orElse(named);
        } catch (IOException noFolder) {
            return named;
        }
    }

    private static boolean isNamed(String file, String name) {
        return FORMATS.stream().anyMatch(format -> file.equalsIgnoreCase(name + format));
    }

    /** Whether it is the same model: who names none gets the one that Polybot ships, and names are known in any case. */
    public boolean isSameAs(NamedModel other) {
        return orShipped().equalsIgnoreCase(other.orShipped());
    }

    private String orShipped() {
        return name.isEmpty() ? SHIPPED : name;
    }

    private static String realPath(String named) {
        try {
            Path file = Path.of(named);
            return !named.isEmpty() && Files.isRegularFile(file)
                    ? file.toRealPath().toString()
                    : named;
        } catch (IOException | InvalidPathException noFile) {
            return named;
        }
    }
}
