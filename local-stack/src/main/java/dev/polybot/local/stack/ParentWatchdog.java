package dev.polybot.local.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * Ties a child process to its parent although the child knows nothing of it: a tiny shell process beside it waits on a pipe
 * that only the parent holds. When the parent says {@link #RELEASE} the watcher goes away; when the pipe breaks instead,
 * because the parent is gone in whatever way, even killed, the watcher ends the child. The child keeps its own pid, and
 * Ctrl-C and hang-ups of the terminal, which reach the whole process group, are left to the parent.
 */
final class ParentWatchdog {

    /** What the parent writes to the child's standard input when the child has ended. */
    static final byte[] RELEASE = {'\n'};

    private static final String SCRIPT =
            "trap '' INT HUP; exec 3<&0 </dev/null;"
                    + " { read -r _ <&3 || kill -TERM $$; } >/dev/null 2>&1 & exec \"$@\" 3<&-";

    private ParentWatchdog() {}

    static List<String> tie(List<String> command) {
        List<String> tied = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
        tied.addAll(command);
        return tied;
    }
}
