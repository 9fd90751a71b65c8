package dev.polybot.load.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A picture that is sent, perhaps many times.
 *
 * @param name its file's name, by which expectations know it
 */
public record PictureFile(String name, Path path, long size) {

    /** Reads the file; pictures are small and few enough for that, and the system's cache keeps them at hand. */
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(path);
    }

    /** The name without what stands behind its last dot. */
    public String stem() {
        return stemOf(name);
    }

    public static String stemOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** What stands behind the last dot, in small letters; {@code jpg} for nothing of that kind. */
    public String extension() {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return end.matches("[a-z0-9]{1,5}") ? end : "jpg";
    }
}
