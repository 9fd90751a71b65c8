package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;

/** Signals to processes that were started here. */
final class Signals {

    private Signals() {}

    /** Does nothing to a process that has ended. */
    static void send(String signal, RunningProcess part) {
        if (!part.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(part.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new IllegalStateException("kill could not be started", e);
        }
    }
}
