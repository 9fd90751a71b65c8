package dev.polybot.bot.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder for one process's temporary files of people's pictures. A process that is killed leaves them there: the next
 * one that starts removes what nobody holds the lock of any more.
 */
final class TemporaryFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel held;

    private TemporaryFolder(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /**
     * Opens one, after removing those of dead processes.
     *
     * @param root what all processes of this user share
     */
    static TemporaryFolder in(Path root) throws IOException {
        Files.createDirectories(root);
        // Held from before a folder is there until it has its own lock, so that nobody takes a new
        // one for an abandoned one.
        try (FileChannel all = FileChannel.open(root.resolve(LOCK), CREATE, WRITE);
                FileLock _ = all.lock()) {
            for (Path folder : filesIn(root)) {
                if (Files.isDirectory(folder) && isAbandoned(folder)) {
                    remove(folder);
                }
            }
            Path own = Files.createTempDirectory(root, "process-");
            FileChannel held = FileChannel.open(own.resolve(LOCK), CREATE, WRITE);
            held.lock();
            return new TemporaryFolder(own, held);
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE)) {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : filesIn(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        held.close();
        remove(path);
    }
}
