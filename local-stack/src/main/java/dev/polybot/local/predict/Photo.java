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

        /** A file of them: the very one, or one that is made in the folder for those that lie in none. */
        default Path asFile(Path folder, String name) throws IOException {
            return Files.write(folder.resolve(name), read());
        }
    }

    private record OnDisk(Path file) implements Content {

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public Path asFile(Path folder, String name) {
            return file;
        }
    }

    static Photo file(Path file) {
        return new Photo(file.toString(), String.valueOf(file.getFileName()), new OnDisk(file));
    }

    /** A file of its bytes: the one that was named, or a copy in the folder. */
    public Path asFile(Path folder) throws IOException {
        return content.asFile(folder, name);
    }

    /** The name without its last extension. */
    public String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
