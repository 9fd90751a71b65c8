package dev.polybot.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code DETECTOR_MODEL} names, the same from whichever folder and by whichever way a file is named.
 *
 * @param name a name, an address, or a file's real path; empty when none was named
 */
public record NamedModel(String name) {

    private static final String SHIPPED = "nanodet-g";

    /** What these environment variables name. */
    public static NamedModel in(Map<String, String> environment) {
        String named = environment.getOrDefault("DETECTOR_MODEL", "").strip();
        return new NamedModel(named.equalsIgnoreCase(SHIPPED) ? SHIPPED : realPath(named));
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
