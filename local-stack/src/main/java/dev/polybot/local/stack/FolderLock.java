package dev.polybot.local.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One system at a time works on a folder's data, from the first moment of its start. The operating system takes the lock back
 * when its process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** The lock of that folder; null while somebody else has it. */
    static @Nullable FolderLock take(Path home) throws IOException {
        Files.createDirectories(home);
        FileChannel file =
                FileChannel.open(
                        home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file, false) == null) {
            file.close();
            return null;
        }
        file.truncate(0);
        file.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
        return new FolderLock(file);
    }

    private static @Nullable FileLock lock(FileChannel file, boolean shared) throws IOException {
        try {
            return file.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /**
     * Does nothing while nobody starts or runs a system in that folder.
     *
     * @throws StackFailure when somebody does
     */
    public static void requireFree(Path home) throws IOException {
        if (holder(home).isPresent()) {
            throw taken(home);
        }
    }

    static StackFailure taken(Path home) {
        return new StackFailure(
                "Another Polybot is starting or working in " + home + ".",
                "Try again when it is up, or end it with `./polybot down`.");
    }

    /** The process that starts or runs a system in that folder right now; not for that process itself, whose lock looking would end. */
    public static Optional<ProcessHandle> holder(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (lock(channel, true) != null) {
                return Optional.empty();
            }
        }
        String pid = Files.readString(file, US_ASCII).strip();
        return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // The end of the process gives it back.
        }
    }
}
