package dev.polybot.bot.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file for a picture: empty when created, deleted when closed; callers read and write it by its path. It is a file
 * since a dozen users who send 20 MB at once would otherwise need more heap than the bot has.
 */
public final class TemporaryPicture implements AutoCloseable {

    /** Opened with the first picture; the system lets its lock go with the process. */
    private static final class Folder {

        static final TemporaryFolder OWN = open();

        private static TemporaryFolder open() {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            try {
                return TemporaryFolder.in(
                        temporary.resolve("polybot-" + System.getProperty("user.name")));
            } catch (IOException e) {
                throw new UncheckedIOException("The disk takes no temporary folder.", e);
            }
        }
    }

    private final Path file;

    private TemporaryPicture(Path file) {
        this.file = file;
    }

    /** An empty one. */
    public static TemporaryPicture create() {
        try {
            return new TemporaryPicture(Files.createTempFile(Folder.OWN.path(), "", ".picture"));
        } catch (IOException e) {
            throw new UncheckedIOException("The disk takes no temporary file.", e);
        }
    }

    /** Removes what processes that were killed have left. */
    public static void removeAbandoned() {
        var _ = Folder.OWN.path();
    }

    public Path file() {
        return file;
    }

    /** Its size in bytes. */
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read.", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A user's answer must not fail for a file that the system clears away anyhow.
            file.toFile().deleteOnExit();
        }
    }
}
