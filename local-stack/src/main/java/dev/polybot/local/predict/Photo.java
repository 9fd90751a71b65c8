package dev.polybot.local.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture to look at.
 *
 * @param label what people call it: its path as it was given, or {@code -}
 * @param name its file's name, after which results are named
 * @param content reads its bytes
 */
public record Photo(String label, String name, Content content) {

    /** A picture's bytes. */
    @FunctionalInterface
    public interface Content {

        byte[] read() throws IOException;
    }

    static Photo file(Path file) {
        return new Photo(
                file.toString(),
                String.valueOf(file.getFileName()),
                () -> Files.readAllBytes(file));
    }

    /** The name without its last extension. */
    public String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
