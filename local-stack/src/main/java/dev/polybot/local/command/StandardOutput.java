package dev.polybot.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What became of what was printed: print streams keep their troubles to themselves. */
final class StandardOutput {

    /** Source: POSIX, sys/stat.h. */
    private static final int FILE_TYPE = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private StandardOutput() {}

    /** Whether some of it could not be written. Who closes a pipe, as {@code head} does, has read enough. */
    static boolean isLost(PrintStream out) {
        return out.checkError() && !isReadByAProgram();
    }

    private static boolean isReadByAProgram() {
        try {
            int mode = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode");
            return (mode & FILE_TYPE) == PIPE || (mode & FILE_TYPE) == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
