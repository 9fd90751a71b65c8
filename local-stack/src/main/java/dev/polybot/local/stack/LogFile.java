package dev.polybot.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A process's log. */
final class LogFile {

    private static final int MOST_BYTES = 16 * 1024;

    private LogFile() {}

    /** Its end, which is where a process says why it ended. */
    static List<String> tail(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> all =
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .filter(l -> !l.isBlank())
                            .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Begins it anew when it is longer; the former one is kept with {@code .1} behind its name. Its writer, who appends, is not
     * disturbed; what it writes at that very moment may be lost.
     */
    static void rotate(Path log, long longest) throws IOException {
        if (Files.exists(log) && Files.size(log) > longest) {
            Path former = log.resolveSibling(log.getFileName() + ".1");
            Files.copy(log, former, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                file.truncate(0);
            }
        }
    }
}
